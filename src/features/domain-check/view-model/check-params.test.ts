import { describe, expect, test } from 'vitest'
import { checkAddress, readCheckParams, readSubject } from './check-params.ts'

const read = (query: string) => readCheckParams(new URLSearchParams(query))
const domainOf = (query: string) => {
  const result = readSubject(read(query))
  return result?.ok === true ? result.input.domain : null
}

describe('the address of a check', () => {
  test('names the domain, and whatever else is asked', () => {
    expect(read('domain=example.com&selector=s1&sends-only=1')).toEqual({
      typed: 'example.com',
      selector: 's1',
      sendsOnly: true,
      asTyped: false,
    })
  })

  test('without a domain there is no question', () => {
    for (const query of ['', 'domain=', 'domain=%20%20', 'selector=x'])
      expect(readSubject(read(query))).toBe(null)
  })

  test.each([
    ['domain=user%40example.com', 'example.com'],
    ['domain=https%3A%2F%2Fexample.com%2Fpath', 'example.com'],
    ['domain=mta-sts.example.com', 'example.com'],
    ['domain=mta-sts.example.com&as-typed=1', 'mta-sts.example.com'],
    ['domain=%3Cscript%3E', null],
    [`domain=${'a'.repeat(100_000)}`, null],
  ])('%s', (query, domain) => {
    expect(domainOf(query)).toBe(domain)
  })

  test('is read back as it was written', () => {
    const params = { typed: 'müller.example', selector: 'a&b', sendsOnly: true, asTyped: true }
    expect(read(checkAddress(params).slice('/check?'.length))).toEqual(params)
  })

  test('says only what differs from the ordinary', () => {
    expect(checkAddress({ typed: 'example.com', sendsOnly: false })).toBe(
      '/check?domain=example.com',
    )
  })
})
