/** Records as Signet writes them, taken by the programs that they are written for, and asked for again. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  daneCommands,
  mailServerCommands,
  markCertificateCommand,
  policyCommands,
  receiverCommand,
  recordCommand,
} from '../../src/publish/commands.ts'
import { POSTFIX_COMMANDS, ZIMBRA_COMMANDS } from '../../src/publish/mail-server-settings.ts'
import type { RecordFormat, ZoneRecord } from '../../src/publish/record.ts'
import { azure } from '../../src/publish/records/azure.ts'
import { bind } from '../../src/publish/records/bind.ts'
import { cloudflare } from '../../src/publish/records/cloudflare.ts'
import { dnsmasq } from '../../src/publish/records/dnsmasq.ts'
import { googleCloud } from '../../src/publish/records/google-cloud.ts'
import { nsupdate } from '../../src/publish/records/nsupdate.ts'
import { powerdnsApi } from '../../src/publish/records/powerdns-api.ts'
import { powerdns } from '../../src/publish/records/powerdns.ts'
import { tinydns } from '../../src/publish/records/tinydns.ts'
import { posixCommands } from '../../src/testing/presentation-reader.ts'
import { ALIAS, CHANGED, LONG, NEW, TARGETS } from '../../src/testing/zone-records.ts'
import {
  aliasAt,
  PUBLISHED,
  startDnsmasq,
  startPowerDns,
  startPublished,
  startTinydns,
  textsAt,
  ttlAt,
  type Server,
} from './name-servers.ts'
import { exec, Keeper } from './processes.ts'
import { isThere } from './programs.ts'

const keeper = new Keeper()
afterAll(() => keeper.end())

const here = (record: ZoneRecord): ZoneRecord => ({
  ...record,
  zone: PUBLISHED,
  name: record.name.replace(/example\.com$/, PUBLISHED),
})

/** Every printable character that some grammar takes amiss. */
const ODD = here({
  ...NEW,
  name: '_odd.example.com',
  value: String.raw`v=X; "quoted" \back\009 'single' $x ${'$'}{y} %{z} (a) ; #b , : @ | ^ * ~ !`,
})
const TEXTS = [here(NEW), here(CHANGED), here(TARGETS), here(LONG), ODD]
const WEB = here({ ...ALIAS, value: `web.${PUBLISHED}` })

async function expectPublished(server: Server, ttls = true): Promise<void> {
  for (const record of TEXTS) {
    expect(await textsAt(server, record.name)).toEqual([record.value])
    if (ttls) expect(await ttlAt(server, record)).toBe(record.ttl)
  }
  expect(await aliasAt(server, WEB.name)).toEqual([WEB.value])
}

test('a zone file is checked, loaded and answered as it was meant', async () => {
  await expectPublished(await startPublished(keeper, 'loaded', bind.write([...TEXTS, WEB]).text))
})

test('without quotation marks the same lines are another text, as the notes say', async () => {
  const text = bind.write([here(NEW)]).text.replaceAll('"', '')
  const server = await startPublished(keeper, 'bare', text)
  expect(await textsAt(server, here(NEW).name)).toEqual(['v=STSv1'])
})

test('nsupdate replaces whatever was there', async () => {
  const old = TEXTS.flatMap(({ name }) => [`${name}. IN TXT "old"`, `${name}. IN TXT "older"`])
  const server = await startPublished(keeper, 'dynamic', `${old.join('\n')}\n`)
  expect(await textsAt(server, here(NEW).name)).toHaveLength(2)
  const file = join(keeper.folder, 'commands')
  writeFileSync(
    file,
    `server ${server.address} ${server.port}\n${nsupdate.write([...TEXTS, WEB]).text}`,
  )
  await exec('nsupdate', [file])
  await expectPublished(server)
})

test.skipIf(!isThere('dnsmasq'))('dnsmasq reads its lines', async () => {
  const server = await startDnsmasq(keeper, dnsmasq.write([...TEXTS, WEB]).text)
  await expectPublished(server, false)
})

test.skipIf(!isThere('tinydns-data'))(
  'tinydns compiles its lines and answers from them',
  async () => {
    await expectPublished(await startTinydns(keeper, tinydns.write([...TEXTS, WEB]).text))
  },
)

describe.skipIf(!isThere('pdns_server') || !isThere('curl'))('PowerDNS', () => {
  test('takes the commands, then the API’s requests, each in place of what was there', async () => {
    const { dns, api, key, configDir } = await startPowerDns(keeper)
    const before = TEXTS.map((record) => ({ ...record, value: 'old' }))
    const script = powerdns.write([...before, WEB]).text
    const util = `pdnsutil() { command pdnsutil --config-dir='${configDir}' "$@"; }\n`
    await exec('sh', ['-ec', `${util}${script}`])
    expect(await textsAt(dns, here(NEW).name)).toEqual(['old'])

    const output = powerdnsApi.write([...TEXTS, WEB])
    const request = output.text.replaceAll(output.replaceHere[0] ?? '', api)
    const { stdout } = await exec('sh', ['-ec', request], {
      env: { ...process.env, PDNS_API_KEY: key },
    })
    expect(stdout).toBe('')
    await expectPublished(dns)

    await exec('sh', ['-ec', `${util}${powerdns.write([...TEXTS, WEB]).text}`])
    await expectPublished(dns)
  })
})

/** What a shell makes of a script in which the program is a function that prints its words. */
async function wordsOf(program: string, script: string): Promise<string[][]> {
  const shim = `${program}() { printf '%s\\0' "$@"; printf '\\1'; }\n`
  const { stdout } = await exec('sh', ['-ec', `${shim}${script}`], {
    env: { ...process.env, CLOUDFLARE_API_TOKEN: 'token' },
  })
  const lines = stdout.split('\u0001').filter(Boolean)
  return lines.map((line) => line.split('\0').slice(0, -1))
}

test.each<[string, RecordFormat]>([
  ['gcloud', googleCloud],
  ['az', azure],
  ['curl', cloudflare],
])('a shell hands %s the words that were meant', async (program, format) => {
  const { text } = format.write([...TEXTS, WEB])
  const meant = posixCommands(text.replaceAll('$CLOUDFLARE_API_TOKEN', 'token'))
  expect(await wordsOf(program, text)).toEqual(meant.map((words) => words.slice(1)))
})

test('a shell can read every command', async () => {
  const commands = [
    recordCommand('example.com'),
    ...policyCommands('mta-sts.example.com'),
    ...mailServerCommands('mail.example.com'),
    ...daneCommands('mail.example.com'),
    markCertificateCommand,
    receiverCommand('https://reports.example.com/v1/tlsrpt?a=1&b=2'),
    ...ZIMBRA_COMMANDS,
    ...POSTFIX_COMMANDS,
  ]
  for (const { command } of commands) await exec('sh', ['-n', '-c', command])
})
