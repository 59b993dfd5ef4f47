import { expect, test } from 'vitest'
import { dnsQueryOf, isDnsQuery, MAX_QUERY } from './dns-query.ts'

/** The example of the rule catalogue: `_mta-sts.example.com` TXT. */
const QUESTION = 'AAABIAABAAAAAAABCF9tdGEtc3RzB2V4YW1wbGUDY29tAAAQAAEAACkQAAAAAAAAAA'

const query = (change: Record<number, number> = {}) =>
  Object.assign(dnsQueryOf(QUESTION) ?? new Uint8Array(), change)

test('a question in base64url', () => {
  const message = query()
  expect(message).toHaveLength(49)
  expect(isDnsQuery(message)).toBe(true)
})

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['padding', `${QUESTION}==`],
  ['plain base64', `+${QUESTION.slice(1)}`],
  ['a length that base64 cannot have', 'AAAAA'],
  ['blanks', 'AA AA'],
  ['more than a query can be', 'A'.repeat(2000)],
])('%s is no message', (_what, parameter) => {
  expect(dnsQueryOf(parameter)).toBeNull()
})

test('the dialect of base64url is understood', () => {
  expect(dnsQueryOf('-_-_')).toEqual(Uint8Array.of(0xfb, 0xff, 0xbf))
})

test.each([
  ['an answer', query({ 2: 0x81 })],
  ['an update', query({ 2: 0x28 })],
  ['a notify', query({ 2: 0x20 })],
  ['no question', query({ 5: 0 })],
  ['two questions', query({ 5: 2 })],
  ['a header alone', query().subarray(0, 12)],
  ['too much', new Uint8Array(MAX_QUERY + 1)],
])('%s is not relayed', (_what, message) => {
  expect(isDnsQuery(message)).toBe(false)
})
