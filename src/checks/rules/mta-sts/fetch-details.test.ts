import { expect, test } from 'vitest'
import { policyAnswer, policyUrl } from '../../../facts/build.ts'
import { failed, faulty, found, type Source } from '../../../facts/fact.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { policyFile, policyText } from '../../example.ts'
import { fetchConnection } from './fetch-connection.ts'
import { fetchCors } from './fetch-cors.ts'
import { fetchHeaders } from './fetch-headers.ts'
import { fetchLimits } from './fetch-limits.ts'

const source: Source = { name: policyUrl('example.com'), via: 'proxy' }
const TYPE = 'warning sts.fetch.content-type'
const CHARSET = 'notice sts.fetch.charset'
const CACHE = 'notice sts.fetch.cache-control'

test.each<[string, Partial<HttpAnswer>, string[]]>([
  ['text/plain', {}, []],
  ['with a charset', { mediaType: 'text/plain; charset=utf-8' }, []],
  ['in capitals', { mediaType: 'Text/Plain;charset="US-ASCII"' }, []],
  ['another charset', { mediaType: 'text/plain; charset=iso-8859-1' }, [CHARSET]],
  ['a charset that does not exist', { mediaType: 'text/plain; charset=utf8' }, [CHARSET]],
  ['HTML', { mediaType: 'text/html; charset=iso-8859-1' }, [TYPE]],
  ['bytes', { mediaType: 'application/octet-stream' }, [TYPE]],
  ['gzip', { contentEncoding: 'gzip' }, ['warning sts.fetch.encoding']],
  ['identity', { contentEncoding: 'identity' }, []],
  ['a year of caching', { cacheControl: 'max-age=31536000' }, [CACHE]],
  ['public caching', { cacheControl: 'public, max-age=60' }, [CACHE]],
  ['no caching', { cacheControl: 'no-store, max-age=0' }, []],
  ['an error has its own finding', { status: 404, mediaType: 'text/html' }, []],
])('headers: %s', (_, details, expected) =>
  expectFindings(fetchHeaders, policyFile(policyText(), details), expected),
)

test('a file that came without headers is not blamed for it', () => {
  const { mediaType: _, ...bare } = policyAnswer('example.com', policyText())
  const from = (via: Source['via']) => ({ mtaStsPolicyFile: found(bare, { ...source, via }) })
  expectFindings(fetchHeaders, from('proxy'), [TYPE])
  expectFindings(fetchHeaders, from('pasted'), [])
  expectFindings(fetchHeaders, from('file'), [])
})

test('a web page has its own finding', () => {
  expectFindings(fetchHeaders, policyFile('<html>', { mediaType: 'text/html' }), [])
})

test('a browser asks for compression by itself', () => {
  const answer = policyAnswer('example.com', policyText(), { contentEncoding: 'br' })
  expectFindings(fetchHeaders, { mtaStsPolicyFile: found(answer, { ...source, via: 'page' }) }, [])
})

test.each<[string, Partial<HttpAnswer>, string[]]>([
  ['ordinary', {}, []],
  ['4 KB', { bytes: 4096 }, []],
  ['more than 4 KB', { bytes: 4097 }, ['warning sts.fetch.size']],
  ['64 KB', { bytes: 65536 }, ['warning sts.fetch.size']],
  ['more than 64 KB', { bytes: 65537 }, ['error sts.fetch.size']],
  ['cut off', { bytes: 65536, truncated: true }, ['error sts.fetch.size']],
  ['five seconds', { elapsedMs: 5000 }, []],
  ['more than five seconds', { elapsedMs: 5001 }, ['warning sts.fetch.time']],
  ['a large error page', { status: 500, bytes: 70000 }, []],
])('limits: %s', (_, details, expected) =>
  expectFindings(fetchLimits, policyFile(policyText(), details), expected),
)

test('a file that was given up for its size', () => {
  const tooLarge = faulty<HttpAnswer>('too-large', 'more than 64 KB', source)
  expectFindings(fetchLimits, { mtaStsPolicyFile: tooLarge }, ['error sts.fetch.size'])
})

const handshake = (protocol: string) =>
  policyFile(policyText(), { tls: { protocol, trusted: true, chain: [] } })
const OLD = ['error sts.fetch.tls-version']
const HTTPS = ['error sts.fetch.https']
const trouble = (reason: 'refused' | 'tls' | 'not-http', detail = '') => ({
  mtaStsPolicyFile: faulty<HttpAnswer>(reason, detail, source),
})

test.each([
  ['TLS 1.3', handshake('TLSv1.3'), []],
  ['TLS 1.2', handshake('TLSv1.2'), []],
  ['TLS 1.1', handshake('TLSv1.1'), OLD],
  ['TLS 1.0', handshake('TLSv1'), OLD],
  ['a fetch that shows no handshake', policyFile(policyText()), []],
  ['port 443 is closed', trouble('refused'), HTTPS],
  ['plain HTTP on port 443', trouble('tls', 'wrong version number'), HTTPS],
  ['a handshake that fails for the version', trouble('tls', 'unsupported protocol'), OLD],
  ['a mail server on port 443', trouble('not-http'), HTTPS],
])('connection: %s', (_, input, expected) => expectFindings(fetchConnection, input, expected))

test('what could not be learnt is no finding about the domain', () => {
  const timeout = { mtaStsPolicyFile: failed('timeout', 'no answer', source) }
  expect(outcomeOf(fetchConnection, timeout).state).toBe('unknown')
  expect(outcomeOf(fetchLimits, timeout).state).toBe('unknown')
  expectFindings(fetchCors, timeout, [])
  const cors = { mtaStsPolicyFile: failed('cors', 'TypeError', { ...source, via: 'page' }) }
  expect(outcomeOf(fetchHeaders, cors).state).toBe('unknown')
  expect(findingsFor(fetchCors, cors).map(({ id }) => id)).toEqual(['sts.fetch.cors'])
})
