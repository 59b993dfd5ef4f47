import fc from 'fast-check'
import { expect, test } from 'vitest'
import { policyAnswer } from '../facts/build.ts'
import { readOutcome } from './http-outcome.ts'

const answer = policyAnswer('example.com', 'version: STSv1\r\n', {
  location: 'https://x.example/',
  cacheControl: 'no-store',
  contentEncoding: 'gzip',
  remoteAddress: '192.0.2.1',
  tls: { protocol: 'TLSv1.3', trusted: false, error: 'CERT_HAS_EXPIRED', chain: ['-----BEGIN'] },
})

test.each([
  ['a whole answer', answer],
  ['the least of one', policyAnswer('example.com', '')],
  [
    'an answer over TLS without an error',
    { ...answer, tls: { protocol: '', trusted: true, chain: [] } },
  ],
  ['a failure', { failed: { reason: 'timeout', detail: 'no answer within 10 s' } }],
])('%s is taken as it is', (_, said) => {
  expect(readOutcome(JSON.parse(JSON.stringify(said)))).toEqual(said)
})

test('what is not known is left behind', () => {
  const strange = { ...answer, extra: 1, tls: { ...answer.tls, extra: 1 } }
  expect(readOutcome(strange)).toEqual(answer)
})

test.each([
  ['null', null],
  ['a text', 'ok'],
  ['a list', [answer]],
  ['an error page as JSON', { error: 'no' }],
  ['an unknown reason', { failed: { reason: 'bored', detail: '' } }],
  ['a failure without detail', { failed: { reason: 'timeout' } }],
  ['a failure that is a text', { failed: 'timeout' }],
  ['a status as text', { ...answer, status: '200' }],
  ['a status that is none', { ...answer, status: 20 }],
  ['no status', { ...answer, status: undefined }],
  ['bytes below zero', { ...answer, bytes: -1 }],
  ['a time that is no number', { ...answer, elapsedMs: Number.NaN }],
  ['a body that is no base64', { ...answer, body: 'ä' }],
  ['a body beyond all bounds', { ...answer, body: 'A'.repeat(200_000) }],
  ['truncated as text', { ...answer, truncated: 'false' }],
  ['a location that is a list', { ...answer, location: ['https://x.example/'] }],
  ['a header beyond all bounds', { ...answer, mediaType: 'a'.repeat(20_001) }],
  ['TLS that is a text', { ...answer, tls: 'TLSv1.3' }],
  ['TLS without a verdict', { ...answer, tls: { protocol: 'TLSv1.3', chain: [] } }],
  ['a certificate that is no text', { ...answer, tls: { ...answer.tls, chain: [1] } }],
  ['too many certificates', { ...answer, tls: { ...answer.tls, chain: Array(21).fill('x') } }],
  ['an error that is no text', { ...answer, tls: { ...answer.tls, error: 7 } }],
])('%s is no outcome', (_, said) => expect(readOutcome(said)).toBeNull())

test('nothing that JSON can say throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (said) => {
      expect(readOutcome(said) ?? {}).toBeTypeOf('object')
    }),
  )
  const changed = fc.record({ key: fc.constantFrom(...Object.keys(answer)), value: fc.jsonValue() })
  fc.assert(
    fc.property(changed, ({ key, value }) => {
      expect(readOutcome({ ...answer, [key]: value }) ?? {}).toBeTypeOf('object')
    }),
  )
})
