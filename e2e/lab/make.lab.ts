/** `signet make` against real DNS: what stands is replaced, and the next id is greater than the one that is live. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesOf, signet, type ReportLine } from '../../src/testing/signet.ts'
import { startNamed } from './bind.ts'
import { ZONE } from './lab.ts'
import { textsAt, type Server } from './name-servers.ts'
import { exec, freePort } from './processes.ts'
import { theLab, type TheLab } from './the-lab.ts'

interface MadeLine extends ReportLine {
  made: {
    records: { name: string; value: string; replaces: string[] }[]
    policy: string | null
    text: string
  } | null
}

let lab: TheLab
beforeAll(() => {
  lab = theLab()
})
afterAll(() => lab.keeper.end())

async function madeJson(args: string[]): Promise<{ code: number | null; line: MadeLine }> {
  const run = await signet(['make', ...args, '--json'])
  expect(run.err).toBe('')
  return { code: run.code, line: linesOf(run)[0] as MadeLine }
}

const idOf = (text = '') => Number(/id=(\d+)/.exec(text)?.[1])

describe('from what the lab publishes', () => {
  const make = (kind: string, label: string, ...more: string[]) =>
    madeJson([
      ...[kind, '--domain', `${label}.${ZONE}`, '--resolver', lab.httpsUrl, '--ca', lab.ca],
      ...['--allow-private', ...more],
    ])

  test('mail servers, record, policy and zone are looked up', async () => {
    const { code, line } = await make('mta-sts', 'good', '--format', 'bind')
    expect(code).toBe(0)
    const [record] = line.made?.records ?? []
    expect(record?.replaces).toEqual(['v=STSv1; id=2026083101'])
    expect(idOf(record?.value)).toBeGreaterThan(2026083101)
    expect(line.made?.policy).toContain(`mx: mail.good.${ZONE}\r\n`)
    expect(line.made?.text).toMatch(new RegExp(`^\\$ORIGIN ${ZONE.replace('.', '\\.')}\\.$`, 'm'))
  })

  test('the policy that is served decides what is usual', async () => {
    const { line } = await make('mta-sts', 'good')
    const check = await signet([
      ...['check', `good.${ZONE}`, '--json', '--resolver', lab.httpsUrl, '--ca', lab.ca],
      '--allow-private',
    ])
    const served = (linesOf(check)[0] as ReportLine).facts['mtaStsPolicyFile']?.value as {
      body: string
    }
    const mode = /^mode: .*$/m.exec(Buffer.from(served.body, 'base64').toString())?.[0] ?? 'none'
    expect(line.made?.policy).toContain(mode.trim())
  })

  test.each([
    ['capital', ['v=STSV1; id=2022051001;']],
    ['split', ['v=STSv1; id=1']],
    ['twice', ['v=STSv1; id=1', 'v=STSv1; id=2']],
  ])('%s: whatever stands there goes', async (label, replaced) => {
    const { code, line } = await make('mta-sts', label)
    expect(code).toBe(0)
    expect(line.made?.records[0]?.replaces.toSorted()).toEqual(replaced)
  })

  test('behind an alias the record is changed where it stands', async () => {
    const { line } = await make('mta-sts', 'moved')
    expect(line.made?.records[0]).toMatchObject({
      name: `_mta-sts.good.${ZONE}`,
      replaces: ['v=STSv1; id=2026083101'],
    })
  })

  test('a domain that takes no mail has nothing to protect', async () => {
    const run = await signet([
      ...[
        'make',
        'mta-sts',
        '--domain',
        `null.${ZONE}`,
        '--resolver',
        lab.httpsUrl,
        '--ca',
        lab.ca,
      ],
    ])
    expect(run).toMatchObject({ code: 2, out: '' })
  })

  test('a resolver that cannot be reached: nothing is made', async () => {
    const { code, line } = await madeJson([
      ...['mta-sts', '--domain', `good.${ZONE}`, '--resolver', 'http://127.0.0.1:9/dns-query'],
    ])
    expect(code).toBe(3)
    expect(line.made).toBeNull()
  })
})

/** BIND that anyone on this machine may change, asked over HTTPS in the clear. */
describe('published, and made again', () => {
  const DOMAIN = 'made.test'
  let server: Server
  let resolver: string

  beforeAll(async () => {
    const folder = join(lab.keeper.folder, 'made')
    mkdirSync(folder)
    const lines = [
      ...['$TTL 3600', '@ IN SOA ns hostmaster 1 7200 3600 1209600 300', '@ IN NS ns'],
      ...['ns IN A 127.0.0.1', '@ IN MX 10 mail', '@ IN MX 20 Mail2', 'mail IN A 127.0.0.1'],
      ...['_mta-sts IN TXT "v=STSV1; id=2022051001;"', '_mta-sts IN TXT "v=STSv1; id=7"'],
    ]
    writeFileSync(join(folder, 'zone'), `${lines.join('\n')}\n`)
    const web = await freePort()
    const port = await freePort()
    server = { address: '127.0.0.1', port }
    resolver = `http://127.0.0.1:${web}/dns-query`
    await startNamed(lab.keeper, folder, 'made', [
      'http made { endpoints { "/dns-query"; }; };',
      `options { directory "${folder}"; pid-file none; session-keyfile none; recursion no;`,
      `listen-on port ${port} { 127.0.0.1; }; listen-on port ${web} tls none http made { 127.0.0.1; };`,
      'listen-on-v6 { none; }; dnssec-validation no; };',
      `zone "${DOMAIN}" { type primary; file "zone"; allow-update { 127.0.0.1; }; };`,
    ])
  })

  /** Makes a record, hands it to nsupdate, and asks for it. */
  async function publish(
    kind: string,
    ...more: string[]
  ): Promise<{ line: MadeLine; live: string[] }> {
    const { code, line } = await madeJson([
      ...[kind, '--domain', DOMAIN, '--resolver', resolver, '--format', 'nsupdate', ...more],
    ])
    expect(code).toBe(0)
    const file = join(lab.keeper.folder, 'update')
    writeFileSync(file, `server ${server.address} ${server.port}\n${line.made?.text ?? ''}`)
    await exec('nsupdate', [file])
    return { line, live: await textsAt(server, line.made?.records[0]?.name ?? '') }
  }

  test('MTA-STS: two broken records become one, and every change has a greater id', async () => {
    const first = await publish('mta-sts')
    const [record] = first.line.made?.records ?? []
    expect(record?.replaces).toHaveLength(2)
    expect(first.live).toEqual([record?.value])
    expect(first.line.made?.policy).toContain('mx: mail.made.test\r\nmx: mail2.made.test\r\n')
    const second = await publish('mta-sts', '--mode', 'enforce')
    expect(second.line.made?.records[0]?.replaces).toEqual(first.live)
    expect(second.live).toHaveLength(1)
    expect(idOf(second.live[0])).toBeGreaterThan(idOf(first.live[0]))
  })

  test('TLS-RPT: a long list of targets is one record, and is replaced as a whole', async () => {
    const many = Array.from(
      { length: 9 },
      (_, n) => `mailto:tls-reports-${n}!${'x'.repeat(20)}@made.test`,
    )
    const { line, live } = await publish('tls-rpt', ...many.flatMap((uri) => ['--rua', uri]))
    expect(live).toEqual([line.made?.records[0]?.value])
    expect(live[0]?.length).toBeGreaterThan(255)
    const next = await publish('tls-rpt', '--rua', 'mailto:tls-reports@made.test')
    expect(next.line.made?.records[0]?.replaces).toEqual(live)
    expect(next.live).toEqual(['v=TLSRPTv1; rua=mailto:tls-reports@made.test'])
  })

  test('BIMI, under a selector', async () => {
    const { live } = await publish(
      ...([
        'bimi',
        '--selector',
        'brand.2026',
        '--logo',
        'https://made.test/a logo,1.svg',
      ] as const),
    )
    expect(live).toEqual(['v=BIMI1; l=https://made.test/a%20logo%2C1.svg'])
    expect(await textsAt(server, `brand.2026._bimi.${DOMAIN}`)).toEqual(live)
  })
})
