/** A request to PowerDNS's HTTP API. REPLACE replaces every record of the same type at the name. */
import { absolute, type Output, type RecordFormat, type ZoneRecord } from '../record.ts'
import { posixQuoted, posixWord } from '../shell.ts'
import { quotedStrings } from '../txt-strings.ts'

const SERVER = 'http://127.0.0.1:8081'

export const powerdnsApi: RecordFormat = { id: 'powerdns-api', title: 'PowerDNS API', write }

function write(records: readonly ZoneRecord[]): Output {
  const [first] = records
  return {
    text: first === undefined ? '' : request(first.zone, records),
    fileName: null,
    language: 'sh',
    replaceHere: [SERVER],
    notes: [
      'Put the API’s key into the environment as `PDNS_API_KEY`. An answer of `204` and no text means that it is done.',
    ],
  }
}

function request(zone: string, records: readonly ZoneRecord[]): string {
  const url = `${SERVER}/api/v1/servers/localhost/zones/${absolute(zone)}`
  return [
    `curl -sS -X PATCH ${posixWord(url)} \\`,
    '  -H "X-API-Key: $PDNS_API_KEY" \\',
    "  -H 'Content-Type: application/json' \\",
    `  --data ${posixQuoted(JSON.stringify({ rrsets: records.map(recordSet) }))}`,
    '',
  ].join('\n')
}

function recordSet({ name, type, ttl, value }: ZoneRecord): object {
  const content = type === 'CNAME' ? absolute(value) : quotedStrings(value)
  const records = [{ content, disabled: false }]
  return { name: absolute(name), type, ttl, changetype: 'REPLACE', records }
}
