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
  [
    'a file that a record names, behind a redirect',
    {
      ...answer,
      hops: [{ url: 'https://x.example/a', status: 301, location: '/b' }],
      record: { name: 'default._bimi.example.com', text: 'v=BIMI1; l=https://x.example/a' },
    },
  ],
  [
    'a failure with a record',
    {
      failed: { reason: 'no-location', detail: '' },
      record: { name: 'default._bimi.example.com', text: 'v=BIMI1; l=;' },
    },
  ],
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
  ['hops that are no list', { ...answer, hops: 'none' }],
  ['a hop without status', { ...answer, hops: [{ url: 'x', location: 'y' }] }],
  [
    'hops beyond all bounds',
    {
      ...answer,
      hops: Array.from({ length: 11 }, () => ({ url: 'x', status: 301, location: 'y' })),
    },
  ],
  ['a record that is a text', { ...answer, record: 'v=BIMI1' }],
  ['a record without a name', { ...answer, record: { text: 'v=BIMI1' } }],
  ['a failure with a record that is none', { failed: { reason: 'port', detail: '' }, record: 1 }],
  ['an error that is no text', { ...answer, tls: { ...answer.tls, error: 7 } }],
])('%s is no outcome', (_, said) => expect(readOutcome(said)).toBeNull())

test('a body may be as large as was asked for', () => {
  const large = { ...answer, body: 'A'.repeat(200_000) }
  expect(readOutcome(large, 524_288)).toEqual(large)
  expect(readOutcome({ ...answer, body: 'A'.repeat(800_000) }, 524_288)).toBeNull()
})

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
