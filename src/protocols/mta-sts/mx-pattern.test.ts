import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesMxPattern, readMxPattern, toAscii, type MxPatternFlaw } from './mx-pattern.ts'

describe('RFC 8461 section 4.1: what a pattern covers', () => {
  test.each([
    ['mail.example.com', 'mail.example.com.', true], // the final dot of the DNS
    ['Mail.Example.COM', 'mail.example.com', true],
    ['mail.example.com', 'MAIL.example.com', true],
    ['*.example.com', 'mail.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'a.b.example.com', false], // one label only
    ['*.example.com', '.example.com', false],
    ['*.example.com', 'mail.example.org', false],
    ['*.example.com', 'mailexample.com', false],
    ['mail.example.com', 'amail.example.com', false],
    ['*.mail.protection.outlook.com', 'example-com.mail.protection.outlook.com', true],
    ['*.mx.microsoft', 'example-com.j-v1.mx.microsoft', false],
    ['*.j-v1.mx.microsoft', 'example-com.j-v1.mx.microsoft', true],
    ['*.aspmx.l.google.com', 'aspmx.l.google.com', false],
    ['*.aspmx.l.google.com', 'alt1.aspmx.l.google.com', true],
    ['*.google.com', 'smtp.google.com', true],
    ['*.google.com', 'aspmx.l.google.com', false],
    ['xn--mller-kva.example', 'müller.example', true],
    ['*.xn--mller-kva.example', 'MX1.MÜLLER.example.', true],
    ['müller.example', 'xn--mller-kva.example', false], // no pattern
    ['müller.example', 'müller.example', false],
    ['.example.com', 'mail.example.com', false],
    ['*', 'localhost', false],
    ['mail.example.com.', 'mail.example.com', false],
    ['', '', false],
    ['*.example.com', '', false],
  ])('%s against %s: %s', (pattern, host, expected) =>
    expect(matchesMxPattern(pattern, host)).toBe(expected),
  )
})

describe('patterns that a sender can use', () => {
  const long = `${'a'.repeat(63)}.example`
  test.each([
    ['mail.example.com', 'mail.example.com'],
    ['Mail.Example.COM', 'mail.example.com'],
    ['*.Example.com', '*.example.com'],
    ['localhost', 'localhost'],
    ['*.com', '*.com'], // legal, though unwise
    ['1.example', '1.example'],
    ['a--b.example', 'a--b.example'],
    ['xn--mller-kva.example', 'xn--mller-kva.example'],
    [long, long],
  ])('%s', (value, pattern) => expect(readMxPattern(value)).toEqual({ flaw: null, pattern }))

  test('four numbers are a Domain by the grammar, and no host by any other measure', () => {
    expect(readMxPattern('192.0.2.1')).toEqual({ flaw: 'mx-ip-domain', pattern: '192.0.2.1' })
  })
})

describe('values that are no pattern', () => {
  const rows: [value: string, flaw: MxPatternFlaw, expected?: string][] = [
    ['', 'mx-empty'],
    ['a.example, b.example', 'mx-multi-value'],
    ['a.example b.example', 'mx-multi-value'],
    ['a.example;b.example', 'mx-multi-value'],
    ['a.example\tb.example', 'mx-multi-value'],
    ['10 a.example, 20 b.example', 'mx-multi-value'],
    ['*.a.example, b.example.', 'mx-multi-value'],
    ['192.0.2.1, 192.0.2.2', 'mx-multi-value'],
    ['10 mail.example.com', 'mx-priority', 'mail.example.com'],
    ['10\tMail.example.com.', 'mx-priority', 'mail.example.com'],
    ['IN MX 10 mail.example.com.', 'mx-priority', 'mail.example.com'],
    ['example.com. 3600 IN MX 10 mail.example.com.', 'mx-priority', 'mail.example.com'],
    ['mail.example.com 10', 'mx-priority', 'mail.example.com'],
    ['https://mail.example.com', 'mx-url', 'mail.example.com'],
    ['https://mail.example.com:25/x', 'mx-url', 'mail.example.com'],
    ['smtp:mail.example.com', 'mx-url', 'mail.example.com'],
    ['mail.example.com/', 'mx-url', 'mail.example.com'],
    ['[192.0.2.1]', 'mx-ip'],
    ['192.0.2.1:25', 'mx-ip'],
    ['2001:db8::1', 'mx-ip'],
    ['[2001:db8::1]', 'mx-ip'],
    ['[IPv6:2001:db8::1]', 'mx-ip'],
    ['mail.example.com:25', 'mx-port', 'mail.example.com'],
    ['mail_1.example.com', 'mx-underscore'],
    ['_mta-sts.example.com', 'mx-underscore'],
    ['*', 'mx-wildcard-form'],
    ['*.', 'mx-wildcard-form'],
    ['*example.com', 'mx-wildcard-form', '*.example.com'],
    ['mail*.example.com', 'mx-wildcard-form'],
    ['*.*.example.com', 'mx-wildcard-form', '*.example.com'],
    ['mx.*.example.com', 'mx-wildcard-form'],
    ['.example.com', 'mx-wildcard-form', '*.example.com'],
    ['müller.example', 'mx-idn', 'xn--mller-kva.example'],
    ['MÜLLER.example.', 'mx-idn', 'xn--mller-kva.example'],
    ['*.müller.example', 'mx-idn', '*.xn--mller-kva.example'],
    ['почта.рф', 'mx-idn', 'xn--80a1acny.xn--p1ai'],
    ['\u00a0mail.example.com', 'non-ascii'],
    ['mail.example.com\u200b', 'non-ascii'],
    ['mail。example', 'non-ascii'],
    ['mail.example.com.', 'mx-trailing-dot', 'mail.example.com'],
    ['*.example.com.', 'mx-trailing-dot', '*.example.com'],
    ['.', 'mx-syntax'],
    ['mail..example.com', 'mx-syntax'],
    ['mail.example.com..', 'mx-syntax'],
    ['-mail.example.com', 'mx-syntax'],
    ['mail-.example.com', 'mx-syntax'],
    [`${'a'.repeat(64)}.example`, 'mx-syntax'],
    [`${'a.'.repeat(127)}a`, 'mx-syntax'], // 255 characters
    ['"mail.example.com"', 'mx-syntax'],
    ['<mail.example.com>', 'mx-syntax'],
    ['mail.example.com,', 'mx-syntax'],
    ['mail.example.com # backup', 'mx-syntax'],
    ['postmaster@example.com', 'mx-syntax'],
    ['x'.repeat(60000), 'mx-syntax'],
  ]
  test.each(rows)('%j', (value, flaw, expected) => {
    const base = { flaw, pattern: null }
    expect(readMxPattern(value)).toEqual(expected === undefined ? base : { ...base, expected })
  })
})

test.each([
  ['müller.example', 'xn--mller-kva.example'],
  ['faß.example', 'xn--fa-hia.example'], // non-transitional
  ['MAIL.example', 'mail.example'],
  ['mül ler', null],
  ['mü/ller', null],
  ['ü@x', null],
])('A-labels of %s', (name, expected) => expect(toAscii(name)).toBe(expected))

test('any pattern covers itself, a wildcard anything with one more label, and no input throws', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,9}$/)
  const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'))
  fc.assert(
    fc.property(host, label, label, (name, one, two) => {
      expect(matchesMxPattern(name, `${name.toUpperCase()}.`)).toBe(true)
      expect(matchesMxPattern(`*.${name}`, `${one}.${name}`)).toBe(true)
      expect(matchesMxPattern(`*.${name}`, name)).toBe(name.split('.').slice(1).join('.') === name)
      expect(matchesMxPattern(`*.${name}`, `${two}.${one}.${name}`)).toBe(false)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(readMxPattern(a).pattern === null).toBe(
        readMxPattern(a).flaw !== null && readMxPattern(a).flaw !== 'mx-ip-domain',
      )
      expect(typeof matchesMxPattern(a, b)).toBe('boolean')
    }),
  )
})
