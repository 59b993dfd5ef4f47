import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReportUri } from '../../protocols/tls-rpt/report-uri.ts'
import { readReportTarget, targetAdvice, targetFacts } from './report-target.ts'

const value = (typed: string) => {
  const read = readReportTarget(typed)
  return 'value' in read ? read.value : null
}

describe('targets', () => {
  test.each([
    ['mailto:tls@example.com', 'mailto:tls@example.com'],
    ['tls@example.com', 'mailto:tls@example.com'],
    [' MAILTO:tls@example.com ', 'MAILTO:tls@example.com'],
    ['tls!rpt@example.com', 'mailto:tls%21rpt@example.com'],
    ['mailto:tls!rpt@example.com', 'mailto:tls%21rpt@example.com'],
    ['a%b@example.com', 'mailto:a%25b@example.com'],
    ['100%25@example.com', 'mailto:100%2525@example.com'],
    ['mailto:a%21b@example.com', 'mailto:a%21b@example.com'],
    ['a?b#c@example.com', 'mailto:a%3Fb%23c@example.com'],
    ['a/b@example.com', 'mailto:a%2Fb@example.com'],
    // A comma, a semicolon or a blank is in a mailbox's name only in quotes (RFC 5322 section 3.4.1).
    ['a,b@example.com', 'mailto:a%2Cb@example.com'],
    ['"a;b c"@example.com', 'mailto:%22a%3Bb%20c%22@example.com'],
    ['jörg@example.com', 'mailto:j%C3%B6rg@example.com'],
    ['tls@müller.example.', 'mailto:tls@xn--mller-kva.example'],
    ['mailto:tls@example.com?subject=a,b', 'mailto:tls@example.com?subject=a%2Cb'],
    ['https://r.example.com', 'https://r.example.com'],
    ['https://r.example.com:8443/v1?id=1', 'https://r.example.com:8443/v1?id=1'],
    ['https://r.example.com/a;b,c!d e', 'https://r.example.com/a%3Bb%2Cc%21d%20e'],
    ['https://r.example.com/%3B%zz', 'https://r.example.com/%3B%25zz'],
    ['https://müller.example/ü', 'https://xn--mller-kva.example/%C3%BC'],
    ['https://[2001:db8::1]/x', 'https://[2001:db8::1]/x'],
  ])('%s', (typed, expected) => {
    expect(value(typed)).toBe(expected)
  })

  test.each([
    ['http://r.example.com', 'is of another kind; reports go to `mailto:` and `https:` only'],
    ['ftp://r.example.com', 'is of another kind; reports go to `mailto:` and `https:` only'],
    ['tel:1', 'is of another kind; reports go to `mailto:` and `https:` only'],
    ['nobody', 'is neither a `mailto:` address nor an `https:` URL'],
    ['mailto:', 'has no address in it'],
    ['mailto:nobody', 'is not a mail address; write `mailto:name@domain`'],
    ['mailto:@example.com', 'is not a mail address; write `mailto:name@domain`'],
    ['mailto:a@b@example.com', 'is not a mail address; write `mailto:name@domain`'],
    ['mailto:a@exa_mple.com', 'is not a mail address; write `mailto:name@domain`'],
    ['https://', 'is not a complete URL; write `https://host/path`'],
    ['https:/r.example.com', 'is not a complete URL; write `https://host/path`'],
    ['https://user:secret@r.example.com/', 'is not a complete URL; write `https://host/path`'],
    ['mailto:a@example.com!10m', 'ends with a size, which only DMARC has; leave it out'],
    ['mailto:a@example.com,mailto:b@example.com', 'holds several targets; give each its own place'],
    [
      'mailto:a@example.com https://r.example.com',
      'holds several targets; give each its own place',
    ],
  ])('%s is told', (typed, why) => {
    expect(readReportTarget(typed)).toEqual({ wrong: `\`${typed}\` ${why}` })
  })

  test('every mailbox comes out of the record as it went in', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((text) => !/^[ "]|[ "\\@:]/.test(text))
    fc.assert(
      fc.property(name, (local) => {
        const uri = value(`${local}@example.com`) ?? ''
        expect(uri).toMatch(/^mailto:[^,;!\s]+@example\.com$/)
        const read = readReportUri({ text: uri, start: 0, end: uri.length })
        const seen = 'uri' in read ? (read.uri.localPart ?? '') : null
        expect([local, `"${local}"`]).toContain(seen)
      }),
    )
  })

  test('what is ready stays as it is, and nothing makes it throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'mailto:', 'https://'),
        (text, start) => {
          const once = value(start + text)
          if (once !== null) expect(value(once)).toBe(once)
        },
      ),
    )
  })
})

describe('advice', () => {
  const advice = (...rua: string[]) => targetAdvice(targetFacts(rua, 'mail.example.co.uk'))
  const INSIDE = 'mailto:tls@example.co.uk'
  const OUTSIDE = 'mailto:tls@example.net'
  const WEB = 'https://reports.example.net/v1'

  test.each([
    [[], []],
    [[INSIDE], ['add-outside']],
    [[OUTSIDE], []],
    [[INSIDE, OUTSIDE], []],
    [[WEB], ['add-mailbox']],
    [['https://r.example.co.uk/'], ['add-mailbox', 'add-outside']],
    [[INSIDE, OUTSIDE, WEB], ['too-many']],
    [['mailto:nobody'], []],
  ])('%s', (rua, expected) => {
    expect(advice(...rua)).toEqual(expected)
  })

  test('facts of a target', () => {
    expect(targetFacts(['mailto:a%21b@Example.com'], 'example.com')).toEqual([
      {
        ...{ scheme: 'mailto', uri: 'mailto:a%21b@Example.com', host: 'example.com' },
        ...{ localPart: 'a!b', isInside: true },
      },
    ])
  })
})
