/**
 * Requests to Cloudflare's API. A new record is made by POST; one that exists is changed by PATCH at its own identifier,
 * since a further POST would add a second record.
 */
import {
  former,
  namesOf,
  replacing,
  type Output,
  type RecordFormat,
  type ZoneRecord,
} from '../record.ts'
import { posixQuoted } from '../shell.ts'
import { quotedStrings } from '../txt-strings.ts'

const API = 'https://api.cloudflare.com/client/v4/zones/ZONEID/dns_records'
const KEY = '-H "Authorization: Bearer $CLOUDFLARE_API_TOKEN"'

export const cloudflare: RecordFormat = { id: 'cloudflare', title: 'Cloudflare', write }

function write(records: readonly ZoneRecord[]): Output {
  const ids: string[] = []
  const nextId = (): string => {
    ids.push(ids.length === 0 ? 'RECORDID' : `RECORD${ids.length + 1}ID`)
    return ids.at(-1) ?? ''
  }
  return {
    text: records.map((record) => requests(record, nextId)).join('\n'),
    fileName: null,
    language: 'sh',
    replaceHere: ['ZONEID', ...ids],
    notes: notesOn(replacing(records)),
  }
}

/** The first record that exists becomes the new one, any others go. */
function requests(record: ZoneRecord, nextId: () => string): string {
  const [first, ...others] = former(record)
  if (first === undefined) return request('POST', API, record)
  const changed = request('PATCH', `${API}/${nextId()}`, record)
  return [changed, ...others.map(() => request('DELETE', `${API}/${nextId()}`, null))].join('')
}

function request(method: string, url: string, record: ZoneRecord | null): string {
  const head = `curl -sS -X ${method} ${url} \\\n  ${KEY}`
  if (record === null) return `${head}\n`
  const body = posixQuoted(JSON.stringify(contentOf(record)))
  return `${head} \\\n  -H 'Content-Type: application/json' \\\n  --data ${body}\n`
}

function contentOf({ name, type, ttl, value }: ZoneRecord): object {
  return type === 'CNAME'
    ? { type, name, content: value, ttl, proxied: false }
    : { type, name, content: quotedStrings(value), ttl }
}

function notesOn(old: readonly ZoneRecord[]): string[] {
  const notes = [
    'Put an API token that may edit this zone’s DNS into the environment as `CLOUDFLARE_API_TOKEN`. The zone’s identifier is on its overview page.',
    'In the dashboard, use the form for any panel instead. It takes the value without quotation marks.',
  ]
  if (old.length > 0)
    notes.unshift(
      `Records exist at ${namesOf(old)}. Their identifiers are in the answer to \`curl -sS '${API}?name=${old[0]?.name ?? ''}' ${KEY}\`.`,
    )
  return notes
}
