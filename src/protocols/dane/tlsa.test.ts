import { expect, test } from 'vitest'
import { formatTlsa, isUsableForMail, isWellFormed, tlsaName } from './tlsa.ts'

const record = (text: string) => {
  const [usage, selector, matchingType, data = ''] = text.split(' ')
  return {
    usage: Number(usage),
    selector: Number(selector),
    matchingType: Number(matchingType),
    data,
  }
}
const sha256 = 'ab'.repeat(32)
const sha512 = 'ab'.repeat(64)

test.each([
  [`3 1 1 ${sha256}`, true, true],
  [`2 0 1 ${sha256}`, true, true],
  [`3 1 2 ${sha512}`, true, true],
  ['3 0 0 3082', true, true],
  [`1 1 1 ${sha256}`, true, false], // unusable for mail
  [`0 0 1 ${sha256}`, true, false],
  [`4 1 1 ${sha256}`, false, false],
  [`3 2 1 ${sha256}`, false, false],
  [`3 1 3 ${sha256}`, false, false],
  [`3 1 1 ${sha256.slice(1)}`, false, false], // an odd number of digits
  [`3 1 1 ${sha512}`, false, false],
  ['3 1 0 ', false, false],
])('%s', (text, wellFormed, usable) => {
  expect(isWellFormed(record(text))).toBe(wellFormed)
  expect(isUsableForMail(record(text))).toBe(usable)
  expect(record(formatTlsa(record(text)))).toEqual(record(text))
})

test('mail servers are looked up at port 25', () => {
  expect(tlsaName('mail.example.com')).toBe('_25._tcp.mail.example.com')
})
