import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDomainInput } from './domain-input.ts'

const domainOf = (typed: string) => {
  const result = readDomainInput(typed)
  return result.ok ? result.input.domain : null
}

const changesOf = (typed: string) => {
  const result = readDomainInput(typed)
  return result.ok ? result.input.changes.map(({ code }) => code) : null
}

describe('what becomes a domain', () => {
  test.each([
    ['example.com', 'example.com', []],
    ['EXAMPLE.com', 'example.com', []], // case says nothing in DNS
    ['  example.com\n', 'example.com', ['trim']],
    ['\u00a0example.com\u200b', 'example.com', ['trim']], // blanks that no eye sees
    ['example.com.', 'example.com', ['trim']],
    ['example。com。', 'example.com', ['trim']],
    ['example．com', 'example.com', []],
    ['example｡com', 'example.com', []],
    ['mailto:katie@zimbra.example', 'zimbra.example', ['trim']],
    ['MAILTO:katie@zimbra.example?subject=a@b', 'zimbra.example', ['trim']],
    ['mailto://katie@zimbra.example', 'zimbra.example', ['trim']],
    ['katie@zimbra.example', 'zimbra.example', ['trim']],
    ['Katie <katie@zimbra.example>', 'zimbra.example', ['trim']],
    ['"zimbra.example"', 'zimbra.example', ['trim']],
    ['https://Example.com/x', 'example.com', ['trim']],
    ['https://katie:secret@example.com:8443/x?y=a@b#z', 'example.com', ['trim']],
    ['//example.com/x', 'example.com', ['trim']],
    ['ftp://example.com', 'example.com', ['trim']],
    ['example.com/path', 'example.com', ['trim']],
    ['example.com:25', 'example.com', ['trim']],
    ['example.com?x=y', 'example.com', ['trim']],
    ['social.example/@katie', 'social.example', ['trim']],
    ['mta-sts.zimbra.example', 'zimbra.example', ['prefix']],
    ['_MTA-STS.zimbra.example.', 'zimbra.example', ['trim', 'prefix']],
    ['_smtp._tls.zimbra.example', 'zimbra.example', ['prefix']],
    ['default._bimi.zimbra.example', 'zimbra.example', ['prefix']],
    ['brand2._bimi.zimbra.example', 'zimbra.example', ['prefix']],
    ['_dmarc.zimbra.example', 'zimbra.example', ['prefix']],
    [
      'https://mta-sts.zimbra.example/.well-known/mta-sts.txt',
      'zimbra.example',
      ['trim', 'prefix'],
    ],
    ['mta-sts.com', 'mta-sts.com', []], // somebody's own domain
    ['katie@mta-sts.zimbra.example', 'mta-sts.zimbra.example', ['trim']], // an address is meant as it stands
    ['www.zimbra.example', 'www.zimbra.example', []], // only offered, never taken off
    ['müller.example', 'xn--mller-kva.example', ['idn']],
    ['MÜLLER.example', 'xn--mller-kva.example', ['idn']],
    ['mu\u0308ller.example', 'xn--mller-kva.example', ['idn']],
    ['faß.example', 'xn--fa-hia.example', ['idn']], // non-transitional: not fass
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai', ['idn']],
    ['xn--mller-kva.example', 'xn--mller-kva.example', []],
    ['mta-sts.müller.example', 'xn--mller-kva.example', ['prefix', 'idn']],
    ['ab--c.example', 'ab--c.example', []],
    ['1.example', '1.example', []],
    ['0x7f.example', '0x7f.example', []],
    [`${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`, []],
  ])('%s', (typed, domain, changes) => {
    expect(domainOf(typed)).toBe(domain)
    expect(changesOf(typed)).toEqual(changes)
  })

  test('the local part is kept, tags and quotes included', () => {
    const localOf = (typed: string) => {
      const result = readDomainInput(typed)
      return result.ok ? result.input.localPart : 'refused'
    }
    expect(localOf('katie+news@zimbra.example')).toBe('katie+news')
    expect(localOf('"a@b c"@zimbra.example')).toBe('"a@b c"')
    expect(localOf('a/b@zimbra.example')).toBe('a/b')
    expect(localOf('mailto:a%2Bb@zimbra.example')).toBe('a+b')
    expect(localOf('mailto:100%@zimbra.example')).toBe('100%')
    expect(localOf('@zimbra.example')).toBeNull()
    expect(localOf('zimbra.example')).toBeNull()
    expect(localOf('https://katie@zimbra.example/')).toBeNull() // the user of a web server is nobody's mailbox
  })

  test('both forms of an international name', () => {
    const result = readDomainInput('Müller.example')
    expect(result).toMatchObject({
      ok: true,
      input: { domain: 'xn--mller-kva.example', unicode: 'müller.example' },
    })
  })

  test('a prefix is kept when the visitor says so, unless no domain can have it', () => {
    const kept = readDomainInput('mta-sts.zimbra.example', { asTyped: true })
    expect(kept).toMatchObject({ ok: true, input: { domain: 'mta-sts.zimbra.example' } })
    const refused = readDomainInput('_dmarc.zimbra.example', { asTyped: true })
    expect(refused).toMatchObject({ ok: false, reason: 'underscore' })
  })
})

describe('what is refused', () => {
  test.each([
    ['', 'input.length', 'nothing', ''],
    [' . ', 'input.length', 'nothing', ''],
    ['mailto:', 'input.length', 'nothing', ''],
    ['localhost', 'input.length', 'one-label', 'localhost'],
    ['https://localhost:8080/', 'input.length', 'one-label', 'localhost'],
    ['a..b', 'input.length', 'empty-label', 'a..b'],
    ['.example.com', 'input.length', 'empty-label', '.example.com'],
    ['example.com..', 'input.length', 'empty-label', 'example.com.'],
    ['a.\u00ad.b', 'input.length', 'empty-label', 'a..b'], // a soft hyphen vanishes in conversion
    [`${'a'.repeat(64)}.example`, 'input.length', 'long-label', 'a'.repeat(64)],
    [
      `${`${'a'.repeat(62)}.`.repeat(4)}com`,
      'input.length',
      'long-name',
      `${`${'a'.repeat(62)}.`.repeat(4)}com`,
    ],
    ['192.0.2.1', 'input.ip', 'address', '192.0.2.1'],
    ['http://192.0.2.1:80/', 'input.ip', 'address', '192.0.2.1'],
    ['katie@[192.0.2.1]', 'input.ip', 'address', '[192.0.2.1]'],
    ['katie@[IPv6:2001:db8::1]', 'input.ip', 'address', '[ipv6:2001:db8::1]'],
    ['2001:db8::1', 'input.ip', 'address', '2001:db8::1'],
    ['https://[2001:db8::1]:443/', 'input.ip', 'address', '[2001:db8::1]'],
    ['1.2.3', 'input.ip', 'address', '1.2.3'], // the URL class reads 1.2.0.3
    ['0x7f.1', 'input.ip', 'address', '0x7f.1'], // and 127.0.0.1
    ['3221225985', 'input.ip', 'address', '3221225985'],
    ['example.123', 'input.idn-error', 'number', 'example.123'],
    ['example.0x1f', 'input.idn-error', 'number', 'example.0x1f'],
    ['example.１', 'input.idn-error', 'character', 'example.１'],
    ['ex ample.com', 'input.idn-error', 'blank', 'ex ample'],
    ['ex\tample.com', 'input.idn-error', 'blank', 'ex\tample'],
    ['exa_mple.com', 'input.idn-error', 'underscore', 'exa_mple'],
    ['-example.com', 'input.idn-error', 'hyphen', '-example'],
    ['example-.com', 'input.idn-error', 'hyphen', 'example-'],
    ['ex%61mple.com', 'input.idn-error', 'character', 'ex%61mple'],
    ['example,com', 'input.idn-error', 'character', 'example,com'],
    ['ex\u0000ample.com', 'input.idn-error', 'character', 'ex\u0000ample'],
    ['ex／ample.com', 'input.idn-error', 'character', 'ex／ample.com'],
    ['xn--0', 'idn.fake-a-label', 'fake-a-label', 'xn--0'],
    ['www.xn--0.example', 'idn.fake-a-label', 'fake-a-label', 'xn--0'],
    ['xn--abc-.example', 'idn.fake-a-label', 'fake-a-label', 'xn--abc-'], // only ASCII behind it
  ])('%j', (typed, code, reason, seen) => {
    expect(readDomainInput(typed)).toEqual({ ok: false, typed, code, reason, seen })
  })
})

const part = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 70 }),
  fc.stringMatching(/^[a-z0-9-]{0,70}$/),
  fc.constantFrom('xn--', 'mta-sts', '_dmarc', '@', ':', '/', 'https://', 'mailto:', '[', ']', '١'),
)
const anything = fc.array(part, { maxLength: 8 }).map((parts) => parts.join('.'))

test('whatever is typed, nothing throws and a domain is one: LDH, at most 253, at least two labels', () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.string({ unit: 'binary' })), (typed) => {
      const result = readDomainInput(typed)
      if (!result.ok) return
      const { domain } = result.input
      expect(domain.length).toBeLessThanOrEqual(253)
      expect(domain).toMatch(
        /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/,
      )
      // A domain reads as itself: what the page puts into its address leads to the same check.
      const again = readDomainInput(domain, { asTyped: true })
      expect(again).toMatchObject({ ok: true, input: { domain, changes: [] } })
    }),
  )
})

test('a very long text is answered at once', () => {
  for (const unit of ['a', 'ü', '.', '@', ' ', '<', '_bimi.', 'xn--'])
    expect(readDomainInput(unit.repeat(64 * 1024)).ok).toBe(false)
})
