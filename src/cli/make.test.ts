import { describe, expect, test } from 'vitest'
import { dohServer } from '../testing/doh-server.ts'
import { idsIn, linesOf, signet, type ReportLine, type Run } from '../testing/signet.ts'

const NOW = ['--now', '2026-08-31T10:00:00Z']
const TWO = ['--mx', 'mail1.example.com', '--mx', 'mail2.example.com']

const make = (...args: string[]): Promise<Run> => signet(['make', ...args, ...NOW])

interface MadeLine extends ReportLine {
  made: {
    records: { name: string; type: string; value: string; ttl: number; replaces: string[] }[]
    policy: string | null
    format: string
    text: string
    notes: string[]
  } | null
}

async function madeJson(...args: string[]): Promise<{ code: number | null; line: MadeLine }> {
  const run = await make(...args, '--json')
  expect(run.err).toBe('')
  const lines = linesOf(run)
  expect(lines).toHaveLength(1)
  return { code: run.code, line: lines[0] as MadeLine }
}

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
    expect(rpt.code).toBe(3)
    expect(rpt.out).toBe('_smtp._tls.example.test\tv=TLSRPTv1; rua=mailto:a@example.test\n')
    expect(rpt.err).toContain('Could not ask for _smtp._tls.example.test')
    expect(rpt.err).toContain('Look at `_smtp._tls.example.test` first')
  })
})

describe('tls-rpt', () => {
  test('several targets, given in either way, escaped', async () => {
    const { code, line } = await madeJson(
      ...[
        'tls-rpt',
        '--domain',
        'zimbra.example',
        '--rua',
        'mailto:a!b@zimbra.example',
        'https://r.example/a;b',
      ],
      ...['--rua', 'mailto:c@example.net'],
    )
    expect(code).toBe(0)
    expect(line.made).toMatchObject({
      policy: null,
      records: [
        {
          name: '_smtp._tls.zimbra.example',
          value:
            'v=TLSRPTv1; rua=mailto:a%21b@zimbra.example,https://r.example/a%3Bb,mailto:c@example.net',
          replaces: ['v=TLSRPTv1; rua=mailto:tlsreports@zimbra.example'],
        },
      ],
    })
  })
})

describe('bimi', () => {
  test('logo and certificate under a selector', async () => {
    const { code, line } = await madeJson(
      ...[
        'bimi',
        '--domain',
        'brand.example',
        '--selector',
        'Summer',
        '--logo',
        'https://brand.example/my logo.svg',
      ],
      ...['--certificate', 'https://brand.example/mark.pem', '--avp', 'personal'],
    )
    expect(code).toBe(0)
    expect(line.made?.records).toEqual([
      {
        ...{ name: 'summer._bimi.brand.example', type: 'TXT', ttl: 3600, replaces: [] },
        value:
          'v=BIMI1; l=https://brand.example/my%20logo.svg; a=https://brand.example/mark.pem; avp=personal',
      },
    ])
    expect(line.made?.notes).toEqual([])
  })

  test('the small L of the talk is replaced', async () => {
    const { line } = await madeJson(
      'bimi',
      '--domain',
      'zimbra.example',
      '--logo',
      'https://zimbra.example/logo.svg',
    )
    expect(line.made?.records[0]).toMatchObject({
      value: 'v=BIMI1; l=https://zimbra.example/logo.svg',
      replaces: ['v=BIMl1; l=https://zimbra.example/logo.svg;'],
    })
  })

  test('where DMARC only watches, it comes first', async () => {
    const logo = ['--logo', 'https://watching.example/logo.svg']
    const { code, line } = await madeJson('bimi', '--domain', 'watching.example', ...logo)
    expect(code).toBe(0)
    expect(line.made?.notes[0]).toMatch(
      /^DMARC comes first: while `_dmarc\.watching\.example` reads/,
    )
    expect(line.made?.notes[0]).toContain(
      '`v=DMARC1; p=quarantine; rua=mailto:dmarc@watching.example`',
    )
    const none = await madeJson(
      'bimi',
      '--domain',
      'nobody.example',
      '--logo',
      'https://nobody.example/l.svg',
    )
    expect(none.line.made?.notes[0]).toMatch(/^DMARC comes first: no record applies/)
  })

  test('a declination', async () => {
    const { out } = await make('bimi', '--domain', 'nobody.example', '--decline')
    expect(out).toBe('default._bimi.nobody.example\tv=BIMI1; l=; a=\n')
  })
})

describe('formats', () => {
  test('the list names them, whatever else is missing', async () => {
    const { out, code } = await make('mta-sts', '--format', 'list')
    expect(code).toBe(0)
    const ids = out.split('\n').map((line) => line.split(' ')[0])
    expect(ids).toEqual(
      expect.arrayContaining(['txt', 'policy', 'bind', 'route53', 'terraform-aws', '']),
    )
    expect((await make('bimi', '--format', 'list')).out).not.toContain('policy ')
  })

  test('what must be replaced is said', async () => {
    const run = await make('mta-sts', '--domain', 'example.com', ...TWO, '--format', 'route53')
    expect(JSON.parse(run.out)).toMatchObject({ Changes: [{ Action: 'UPSERT' }] })
    expect(run.err).toMatch(/in place of `\w+`/)
  })
})

describe('wrong commands say what is wrong, in one line each', () => {
  test.each<[string[], string]>([
    [['mta-sts'], 'Name the domain: --domain example.com'],
    [
      ['mta-sts', '--domain', 'localhost'],
      '`localhost` cannot be checked: a mail domain has at least two parts with a dot between them',
    ],
    [
      ['mta-sts', '--domain', 'a.example', '--format', 'zone'],
      '`zone` is not a format; --format list names them',
    ],
    [
      ['tls-rpt', '--domain', 'a.example', '--rua', 'mailto:a@b.example', '--format', 'policy'],
      '`policy` is a format of mta-sts only',
    ],
    [
      [
        'mta-sts',
        '--domain',
        'a.example',
        '--mode',
        'strict',
        '--max-age',
        '7d',
        '--id',
        'a-b',
        '--ttl',
        '1h',
      ],
      '--mode: `strict` is not a mode; use `testing`, `enforce` or `none`\n--max-age: `7d` is not a number of seconds from 0 to 31557600\n--id: `a-b` is not an id: it takes 1 to 32 letters and digits\n--ttl: `1h` is not a number of seconds from 1 to 2147483647',
    ],
    [
      ['mta-sts', '--domain', 'a.example', '--mx', '10 mx.a.example'],
      '--mx: `10 mx.a.example` is not the name of a mail server: the preference stays in the MX record; `mx.a.example` would be',
    ],
    [
      ['mta-sts', '--domain', 'nobody.example'],
      '`nobody.example` has no mail server in the DNS; name those to come with --mx',
    ],
    [
      ['mta-sts', '--domain', 'nomail.example'],
      '`nomail.example` takes no mail, as its null MX says: there is nothing for MTA-STS to protect',
    ],
    [
      ['tls-rpt', '--domain', 'a.example'],
      '--rua: The record says where reports go: at least one address',
    ],
    [
      ['tls-rpt', '--domain', 'a.example', '--rua', 'a@a.example'],
      '--rua: `a@a.example` has no scheme; write `mailto:a@a.example`',
    ],
    [
      ['tls-rpt', '--domain', 'a.example', '--rua', 'http://a.example/'],
      '--rua: `http://a.example/` is of another kind; reports go to `mailto:` and `https:` only',
    ],
    [
      ['bimi', '--domain', 'a.example'],
      '--logo: The record names the logo, or declines to show one',
    ],
    [
      ['bimi', '--domain', 'a.example', '--logo', 'http://a.example/l.svg'],
      '--logo: `http://a.example/l.svg` does not begin with `https://`, and providers fetch nothing else',
    ],
    [
      ['bimi', '--domain', 'a.example', '--logo', 'https://a.example/l.svg', '--decline'],
      '--decline has neither --logo nor --certificate beside it',
    ],
    [
      ['bimi', '--domain', 'a.example', '--logo', 'https://a.example/l.svg', '--zone', 'b.example'],
      '--zone: `a.example` does not lie in the zone `b.example`',
    ],
  ])('%o', async (args, message) => {
    const run = await make(...args)
    expect(run).toEqual({ code: 2, out: '', err: `${message}\n` })
  })

  test.each([[[]], [['dmarc']], [['mta-sts', '--domain']], [['mta-sts', '--colour']]])(
    '%o',
    async (args) => {
      const run = await make(...args)
      expect(run.code).toBe(2)
      expect(run.out).toBe('')
      expect(run.err).not.toBe('')
    },
  )
})
