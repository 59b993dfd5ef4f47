import { describe, expect, test } from 'vitest'
import { make, madeJson } from '../testing/made.ts'

const TWO = ['--mx', 'mail1.example.com', '--mx', 'mail2.example.com']

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
