import { describe, expect, test } from 'vitest'
import { policyAnswer } from '../facts/build.ts'
import { answering } from '../testing/answering.ts'
import { dohServer } from '../testing/doh-server.ts'
import { make, madeJson } from '../testing/made.ts'
import { idsIn } from '../testing/signet.ts'

const TWO = ['--mx', 'mail1.example.com', '--mx', 'mail2.example.com']

describe('mta-sts', () => {
  test('with given mail servers nobody is asked', async () => {
    const resolver = await dohServer('SERVFAIL')
    const run = await make('mta-sts', '--domain', 'example.com', ...TWO, '--resolver', resolver.url)
    expect(run).toMatchObject({
      code: 0,
      out: '_mta-sts.example.com\tv=STSv1; id=2026083101\n',
    })
    expect(run.err).toContain('Look at `_mta-sts.example.com` first')
    expect(resolver.asked).toEqual([])
  })

  test('the policy file comes out byte by byte', async () => {
    const { out } = await make('mta-sts', '--domain', 'example.com', ...TWO, '--format', 'policy')
    expect(out).toBe(
      'version: STSv1\r\nmode: testing\r\nmx: mail1.example.com\r\nmx: mail2.example.com\r\nmax_age: 604800\r\n',
    )
  })

  test('all choices, as JSON', async () => {
    const { code, line } = await madeJson(
      ...[
        'mta-sts',
        '--domain',
        'Müller.example',
        '--mx',
        'Mail.Müller.example.',
        '--mode',
        'enforce',
      ],
      ...['--max-age', '2592000', '--id', '20260830', '--ttl', '300', '--format', 'bind'],
    )
    expect(code).toBe(0)
    expect(line).toMatchObject({
      schema: 'signet-report/1',
      subject: { kind: 'domain', name: 'xn--mller-kva.example' },
      verdicts: { 'mta-sts': 'pass' },
      findings: [],
      unknown: [],
      made: {
        records: [
          {
            ...{
              name: '_mta-sts.xn--mller-kva.example',
              type: 'TXT',
              value: 'v=STSv1; id=20260830',
            },
            ...{ ttl: 300, replaces: [] },
          },
        ],
        policy:
          'version: STSv1\r\nmode: enforce\r\nmx: mail.xn--mller-kva.example\r\nmax_age: 2592000\r\n',
        format: 'bind',
        text: expect.stringMatching(/^_mta-sts\s+300 IN TXT\s+"v=STSv1; id=20260830"$/m),
      },
    })
    expect(Object.keys(line.verdicts)).toEqual(['mta-sts'])
  })

  test('without them the live ones are listed, and the record that is there is replaced', async () => {
    const { code, line } = await madeJson('mta-sts', '--domain', 'zimbra.example')
    expect(code).toBe(0)
    expect(line.made).toMatchObject({
      records: [{ value: 'v=STSv1; id=2026083101', replaces: ['v=STSV1; id=2022051001;'] }],
      // Better than the talk: the capital V, the wildcard and the year are gone.
      policy:
        'version: STSv1\r\nmode: testing\r\nmx: mail1.zimbra.example\r\nmx: mail2.zimbra.example\r\nmax_age: 604800\r\n',
    })
    expect(idsIn(line)).toEqual(['sts.policy.mode-testing'])
  })

  test('findings go to standard error, and the replacement is said', async () => {
    const run = await make('mta-sts', '--domain', 'zimbra.example')
    expect(run.out).toBe('_mta-sts.zimbra.example\tv=STSv1; id=2026083101\n')
    expect(run.err).toContain(
      'Replace the TXT record at `_mta-sts.zimbra.example`, now `v=STSV1; id=2022051001;`. Do not add it beside the old one.\n',
    )
    expect(run.err).toContain('notice  sts.policy.mode-testing')
  })

  test('a format that replaces', async () => {
    const { out } = await make('mta-sts', '--domain', 'zimbra.example', '--format', 'nsupdate')
    expect(out).toContain('update delete _mta-sts.zimbra.example. TXT\n')
    expect(out).toContain('update add _mta-sts.zimbra.example. 3600 TXT "v=STSv1; id=2026083101"\n')
  })

  test('who enforces goes on to', async () => {
    const { line } = await madeJson('mta-sts', '--domain', 'sealed.example')
    expect(line.made?.policy).toContain('mode: enforce\r\n')
    expect(Number(/id=(\d+)/.exec(line.made?.records[0]?.value ?? '')?.[1])).toBeGreaterThan(
      Number(/id=(\d+)/.exec(line.made?.records[0]?.replaces[0] ?? '')?.[1]),
    )
  })

  test('a choice that breaks protection is made, and ends with 1', async () => {
    const { code, line } = await madeJson(
      ...['mta-sts', '--domain', 'example.com', ...TWO, '--mode', 'enforce', '--max-age', '0'],
    )
    expect(code).toBe(1)
    expect(idsIn(line)).toEqual(['sts.policy.max-age-zero'])
    expect(line.made?.policy).toContain('max_age: 0\r\n')
  })

  test('a wildcard of one’s own is a warning, and no more', async () => {
    const { code, line } = await madeJson(
      'mta-sts',
      '--domain',
      'example.com',
      '--mx',
      '*.example.com',
    )
    expect(code).toBe(0)
    expect(idsIn(line)).toContain('sts.policy.mx-wildcard-own')
  })
})

describe('through a resolver', () => {
  const ZONE = {
    'example.test SOA': [{ mname: 'ns.example.test', rname: 'h.example.test', serial: 1 }],
    'mail.example.test MX': [{ preference: 10, exchange: 'MX1.example.test' }],
    'mx1.example.test A': ['192.0.43.8'],
    '_mta-sts.mail.example.test TXT': ['v=STSv1; id=20260831095959Z'],
    '_smtp._tls.mail.example.test TXT': ['v=TLSRPTv1; rua=mailto:old@example.test'],
  }

  test('the form of the id stays, and the zone is found', async () => {
    const { url } = await dohServer(ZONE)
    const given = ['--domain', 'mail.example.test', '--resolver', url, '--mode', 'enforce']
    const { code, line } = await madeJson(
      'mta-sts',
      ...given,
      '--max-age',
      '2592000',
      '--format',
      'bind',
    )
    expect(code).toBe(0)
    expect(line.made).toMatchObject({
      records: [
        { value: 'v=STSv1; id=20260831100000Z', replaces: ['v=STSv1; id=20260831095959Z'] },
      ],
      policy: expect.stringContaining('mx: mx1.example.test\r\n'),
    })
    expect(line.made?.text).toMatch(/^\$ORIGIN example\.test\.$/m)
    expect(line.made?.text).toMatch(/^_mta-sts\.mail\s/m)
  })

  test('a zone that was named is not asked for', async () => {
    const { url, asked } = await dohServer(ZONE)
    const run = await make(
      ...['tls-rpt', '--domain', 'mail.example.test', '--zone', 'mail.example.test'],
      ...['--rua', 'mailto:new@example.test', '--resolver', url, '--format', 'bind'],
    )
    expect(run.code).toBe(0)
    expect(run.out).toMatch(/^\$ORIGIN mail\.example\.test\.$/m)
    expect(asked).toEqual(['_smtp._tls.mail.example.test TXT'])
  })

  test('a resolver that does not answer: what can be made is, and the rest is said', async () => {
    const { url } = await dohServer('SERVFAIL')
    const given = ['--domain', 'example.test', '--resolver', url]
    const sts = await madeJson('mta-sts', ...given)
    expect(sts.code).toBe(3)
    expect(sts.line.made).toBeNull()
    expect(sts.line.unknown.map(({ fact }) => fact)).toContain('mx')
    const rpt = await make('tls-rpt', ...given, '--rua', 'mailto:a@example.test')
    expect(rpt.code).toBe(0)
    expect(rpt.out).toBe('_smtp._tls.example.test\tv=TLSRPTv1; rua=mailto:a@example.test\n')
    expect(rpt.err).toContain('Could not ask for _smtp._tls.example.test')
    expect(rpt.err).toContain('Look at `_smtp._tls.example.test` first')
  })
})

describe('the policy that is served', () => {
  const ZONE = {
    'example.test MX': [{ preference: 10, exchange: 'mx.example.test' }],
    '_mta-sts.example.test TXT': ['v=STSv1; id=7'],
  }

  async function madeBeside(policy: string, ...more: string[]) {
    const { url } = await dohServer(ZONE)
    const door = await answering(policyAnswer('example.test', policy))
    const given = ['--domain', 'example.test', '--resolver', url, '--proxy', door.url, ...more]
    const { line } = await madeJson('mta-sts', ...given)
    return { made: line.made, asked: door.asked }
  }

  const SERVED = [
    ...['version: STSv1', 'mode: enforce', 'mx: mx.example.test', 'mx: *.old.example.net'],
    ...['mx: new.example.test', 'max_age: 5184000', ''],
  ].join('\n')

  test('gives mode and age; lines for no mail server of today are left out, and that is said', async () => {
    const { made } = await madeBeside(SERVED)
    expect(made?.policy).toBe(
      'version: STSv1\r\nmode: enforce\r\nmx: mx.example.test\r\nmax_age: 5184000\r\n',
    )
    expect(made?.notes[0]).toMatch(
      /^The policy served now also lists `\*\.old\.example\.net`, `new\.example\.test`, for no mail server of today\./,
    )
  })

  test('is not asked for where nothing is left to it', async () => {
    const { asked } = await madeBeside(SERVED, '--mode', 'testing', '--max-age', '86400')
    expect(asked).toEqual([])
  })

  test('that cannot be fetched: the mode is a guess, and that is said', async () => {
    const { url } = await dohServer(ZONE)
    const door = await answering({ failed: { reason: 'timeout', detail: 'no answer in 10 s' } })
    const run = await make(
      ...['mta-sts', '--domain', 'example.test', '--resolver', url, '--proxy', door.url],
      ...['--format', 'policy'],
    )
    expect(run.code).toBe(0)
    expect(run.out).toContain('mode: testing\r\n')
    expect(run.err).toContain('Give --mode if it is enforced already.')
  })
})
