import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAuthenticationResults } from './authentication-results.ts'

const parse = parseAuthenticationResults

test('the results of one receiver', () => {
  const value =
    'mx.example.net 1; dmarc=pass (p=REJECT (strict) dis=NONE) header.from=example.com; ' +
    'bimi=pass header.d=example.com header.selector="def;ault" policy.authority=none'
  expect(parse(value)).toEqual({
    server: 'mx.example.net',
    leftover: [],
    results: [
      {
        method: 'dmarc',
        result: 'pass',
        reason: 'p=REJECT (strict) dis=NONE',
        properties: { 'header.from': 'example.com' },
      },
      {
        method: 'bimi',
        result: 'pass',
        reason: '',
        properties: {
          'header.d': 'example.com',
          'header.selector': 'def;ault',
          'policy.authority': 'none',
        },
      },
    ],
  })
})

test.each([
  ['spf=PASS smtp.mailfrom=a@b', 'spf', 'pass'],
  ['dkim/1 = fail reason="bad \\"sig\\"; really"', 'dkim', 'fail'],
  ['bimi=skipped reason="DMARC did not pass"', 'bimi', 'skipped'],
])('x; %s', (part, method, result) => {
  expect(parse(`x; ${part}`).results[0]).toMatchObject({ method, result })
})

test('reasons are told, quoted or as comments', () => {
  expect(parse('x; dkim=fail reason="bad \\"sig\\"; really"').results[0]?.reason).toBe(
    'bad "sig"; really',
  )
  expect(parse('x; spf=none (no record)').results[0]?.reason).toBe('no record')
})

test('nothing found out, and what is no result', () => {
  expect(parse('mx.example.net; none')).toEqual({
    server: 'mx.example.net',
    results: [],
    leftover: [],
  })
  expect(parse('mx.example.net; gibberish here').leftover).toEqual(['gibberish here'])
  expect(parse('')).toEqual({ server: '', results: [], leftover: [] })
})

test('no text throws, and unclosed quotes and comments end with it', () => {
  expect(parse('x; spf=none (never closed; dkim=pass').results).toHaveLength(1)
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void parse(text)))
  const pieces = fc.constantFrom('a', ';', '=', '(', ')', '"', '\\', ' ', 'bimi=pass')
  fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => void parse(parts.join(''))))
})
