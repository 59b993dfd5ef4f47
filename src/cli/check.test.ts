import { expect, test } from 'vitest'
import { policyAnswer } from '../facts/build.ts'
import { answering } from '../testing/answering.ts'
import { dohServer } from '../testing/doh-server.ts'
import { idsIn, linesOf, signet, type ReportLine } from '../testing/signet.ts'

const POLICY = 'version: STSv1\nmode: enforce\nmx: mail.good.test\nmax_age: 10368000\n'

const ZONE = {
  'good.test MX': [{ preference: 10, exchange: 'mail.good.test' }],
  'good.test NS': ['ns1.good.test'],
  'mail.good.test A': ['192.0.43.8'],
  '_mta-sts.good.test TXT': ['v=STSv1; id=20260831085700Z;'],
  'mta-sts.good.test A': ['127.0.0.1'],
  '_smtp._tls.good.test TXT': ['v=TLSRPTv1; rua=mailto:tls@good.test'],
}

async function checked(args: string[]): Promise<{ code: number | null; line: ReportLine }> {
  const run = await signet(['check', '--json', ...args])
  expect(run.err).toBe('')
  const lines = linesOf(run)
  expect(lines).toHaveLength(1)
  return { code: run.code, line: lines[0] as ReportLine }
}

test('the domain of the talk is answered from the samples, and its capital V is found', async () => {
  const { code, line } = await checked(['zimbra.example'])
  expect(code).toBe(1)
  expect(line).toMatchObject({
    schema: 'signet-report/1',
    subject: { kind: 'domain', name: 'zimbra.example' },
    verdicts: { 'mta-sts': 'error' },
  })
  expect(idsIn(line)[0]).toBe('sts.record.version-case')
  expect(line.facts['mtaStsTxt']?.source.via).toBe('sample')
})

test('a selector takes the place of the default one', async () => {
  const logoOf = async (...args: string[]) => {
    const { line } = await checked(['seasons.example', ...args])
    expect(line.verdicts['bimi']).toMatch(/^(?:pass|notice|warning)$/)
    return line.facts['indicator']?.source.name
  }
  expect(await logoOf()).toBe('https://seasons.example/logo.svg')
  expect(await logoOf('--selector', 'summer')).toBe('https://seasons.example/summer.svg')
  const { code, line } = await checked(['seasons.example', '--selector', 'winter'])
  expect(code).toBe(1)
  expect(idsIn(line)).toContain('bimi.selector.custom-missing')
})

test('several domains come out one a line, in the order in which they were named', async () => {
  const names = ['silent.example', 'zimbra.example', 'sealed.example']
  const run = await signet(['check', ...names, '--json'])
  expect(linesOf(run).map(({ subject }) => subject.name)).toEqual(names)
  expect(run.code).toBe(1)
})

test('a domain without errors ends with 0, one that could not be reached with 3', async () => {
  const sealed = await checked(['sealed.example'])
  expect(sealed.code).toBe(0)
  expect(sealed.line.verdicts).toMatchObject({ 'mta-sts': 'pass' })
  const silent = await checked(['silent.example'])
  expect(silent.code).toBe(3)
  expect(silent.line.verdicts).toEqual({
    'mta-sts': 'unknown',
    'tls-rpt': 'unknown',
    bimi: 'unknown',
    dmarc: 'unknown',
    dane: 'unknown',
    mx: 'unknown',
  })
  expect(silent.line.findings).toEqual([])
  expect(silent.line.unknown).not.toEqual([])
})

test('a given resolver answers for all names, samples included', async () => {
  const resolver = await dohServer({})
  const { line } = await checked(['zimbra.example', '--resolver', resolver.url])
  expect(idsIn(line)).toContain('dns.nxdomain-domain')
  expect(resolver.asked).toContain('zimbra.example MX')
})

test('a resolver and a proxy of one’s own are enough; no question is asked twice', async () => {
  const resolver = await dohServer({ ...ZONE, 'mta-sts.good.test A': ['192.0.43.8'] })
  const door = await answering(policyAnswer('good.test', POLICY))
  const { code, line } = await checked([
    ...['good.test', '--resolver', resolver.url],
    ...['--proxy', `${door.url}/`],
  ])
  expect(code).toBe(0)
  expect(line.verdicts).toMatchObject({ 'mta-sts': expect.stringMatching(/pass|notice/) })
  expect(line.facts['mtaStsPolicyFile']).toMatchObject({ state: 'found' })
  expect(door.asked).toEqual(['/api/policy?domain=good.test'])
  expect(new Set(resolver.asked).size).toBe(resolver.asked.length)
})

test('without a proxy the policy host is found by the same resolver, and a private one is not connected to', async () => {
  const resolver = await dohServer(ZONE)
  const { line } = await checked(['good.test', '--resolver', resolver.url])
  expect(line.unknown).toContainEqual(
    expect.objectContaining({ fact: 'mtaStsPolicyFile', reason: 'private-address' }),
  )
  expect(idsIn(line)).toContain('sts.host.private-ip')
  expect(resolver.asked.filter((asked) => asked === 'mta-sts.good.test A')).toHaveLength(1)
})

test('the next resolver is asked when the first does not answer', async () => {
  const resolver = await dohServer(ZONE)
  const { line } = await checked([
    ...['good.test', '--resolver', 'http://127.0.0.1:1/'],
    ...['--resolver', resolver.url],
  ])
  expect(line.facts['mx']?.state).toBe('found')
})

test('a resolver that is broken for a domain is said once, about the domain', async () => {
  const resolver = await dohServer('SERVFAIL')
  const { code, line } = await checked(['good.test', '--resolver', resolver.url])
  expect(code).toBe(1)
  expect(line.findings.filter(({ severity }) => severity === 'error')).toHaveLength(1)
  expect(idsIn(line)).toContain('dns.servfail')
})

test('the clock can be set', async () => {
  const { line } = await checked(['sealed.example', '--now', '2031-01-01T00:00:00Z'])
  expect(line.facts['now']?.value).toBe(Date.parse('2031-01-01T00:00:00Z'))
})

test('for people: verdicts, the next step with its texts, and every finding', async () => {
  const { out, code } = await signet(['check', 'zimbra.example'])
  expect(code).toBe(1)
  expect(out).toMatch(/^zimbra\.example\n {2}MTA-STS {2}error\n/)
  expect(out).toContain('  1. ')
  expect(out).toContain('       version: STSv1\n')
  expect(out).toContain('error  sts.record.version-case')
  expect(out.split('\n').every((line) => !line.includes('\u001b'))).toBe(true)
})

test.each<[string, string[], string]>([
  ['no domain', [], 'missing required argument'],
  ['an address', ['192.0.2.1'], '`192.0.2.1` cannot be checked: it is an IP address'],
  ['one word', ['localhost'], 'at least two parts'],
  ['a wrong domain among good ones', ['zimbra.example', 'ex ample.com'], 'there is a blank in it'],
  ['a resolver in the clear', ['a.example', '--resolver', 'http://dns.test/'], 'Not an https URL'],
  ['a proxy that is no URL', ['a.example', '--proxy', 'localhost'], 'Not an http or https URL'],
  ['roots that are not there', ['a.example', '--ca', '/nowhere.pem'], 'Cannot read /nowhere.pem'],
  ['a time that is none', ['a.example', '--now', 'tomorrow'], 'Not a time'],
  ['a day that is none', ['a.example', '--now', '2026-13-01'], 'Not a time'],
  ['a port that is none', ['a.example', '--port-smtp', '0'], 'Not a port number'],
])('%s is a wrong command, and nothing is printed', async (_what, args, said) => {
  const { code, out, err } = await signet(['check', ...args])
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(said)
})
