import { expect, test } from 'vitest'
import { givenPolicyOf, toHistoryState } from './given-policy.ts'

test('a policy comes through the history byte by byte', () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x76, 0x0d, 0x0a, 0xff])
  const state: unknown = JSON.parse(JSON.stringify(toHistoryState({ name: 'a.txt', bytes })))
  expect(givenPolicyOf(state)).toEqual({ name: 'a.txt', bytes })
})

test('one that is far too long is cut, and still longer than senders read', () => {
  const given = givenPolicyOf(toHistoryState({ name: 'a', bytes: new Uint8Array(1_000_000) }))
  expect(given?.bytes.length).toBe(128 * 1024)
})

test.each([
  [null],
  [undefined],
  ['text'],
  [{}],
  [{ givenPolicy: null }],
  [{ givenPolicy: { name: 1, body: '' } }],
  [{ givenPolicy: { name: 'a', body: '!!' } }],
  [{ givenPolicy: { name: 'a' } }],
])('history that holds %j', (state) => expect(givenPolicyOf(state)).toBeNull())
