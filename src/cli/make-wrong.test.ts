import { describe, expect, test } from 'vitest'
import { make } from '../testing/made.ts'

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
