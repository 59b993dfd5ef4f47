import { describe, expect, test } from 'vitest'
import { dnsSource, hostAddresses, noHost, txtFact } from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { judgeAll } from '../../../testing/judge-all.ts'
import { expectFindings } from '../../../testing/expect-findings.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { all } from '../../example.ts'
import { bimiRecords, LOGO, MARK } from './examples.ts'
import { bimiHostName } from './host-name.ts'
import { answerOf, GZIP, logoAnswer, markAnswer, PEM, SVG } from './host-examples.ts'
import { BIMI_RULES } from './list.ts'

const expectAll = (facts: RawFactSet, expected: string[]) =>
  expect(judgeAll(BIMI_RULES, facts).sort()).toEqual([...expected].sort())

const hop = (url: string, location: string) => ({ url, status: 301, location })
const tls = (details: Partial<NonNullable<HttpAnswer['tls']>>) => ({
  tls: { protocol: 'TLSv1.3', trusted: true, chain: [], ...details },
})

describe('the logo', () => {
  test.each<[string, Partial<HttpAnswer>, string | Uint8Array, string[]]>([
    ['as it should be', {}, SVG, []],
    ['with a charset', { mediaType: 'image/svg+xml; charset=utf-8' }, SVG, []],
    ['not found', { status: 404 }, 'nothing here', ['error bimi.host.status']],
    ['forbidden', { status: 403 }, 'no', ['error bimi.host.status']],
    ['server error', { status: 500 }, '', ['error bimi.host.status']],
    [
      'a challenge',
      { status: 403, mediaType: 'text/html' },
      '<title>Just a moment...</title>',
      ['error bimi.host.bot-block'],
    ],
    ['a challenge with 200', { mediaType: 'text/html' }, 'cf-chl', ['error bimi.host.bot-block']],
    [
      'after one redirect',
      { url: 'https://www.example.com/l.svg', hops: [hop(LOGO, 'https://www.example.com/l.svg')] },
      SVG,
      ['warning bimi.host.redirect'],
    ],
    [
      'a redirect too many',
      { status: 302, location: 'https://c.example/' },
      '',
      ['error bimi.host.redirect'],
    ],
    [
      'labelled text/plain',
      { mediaType: 'text/plain' },
      SVG,
      ['warning bimi.host.content-type-svg'],
    ],
    ['compressed as .svg', {}, GZIP, ['warning bimi.host.svg-encoding']],
    ['compressed in transfer', { contentEncoding: 'gzip' }, GZIP, []],
    ['.svgz as gzip data', { url: 'https://example.com/logo.svgz' }, GZIP, []],
    [
      '.svgz as text',
      { url: 'https://example.com/logo.svgz' },
      SVG,
      ['warning bimi.host.svg-encoding'],
    ],
    [
      'an expired certificate',
      tls({ trusted: false, error: 'CERT_HAS_EXPIRED' }),
      SVG,
      ['error bimi.host.https-cert'],
    ],
    ['old TLS', tls({ protocol: 'TLSv1.1' }), SVG, ['warning bimi.host.tls12']],
    ['TLS 1.2', tls({ protocol: 'TLSv1.2' }), SVG, []],
  ])('%s', (_, details, body, expected) =>
    expectAll(logoAnswer('logo', details, body).facts, expected),
  )

  test('a missing label is told, and what could not be learnt is not', () => {
    const answer = {
      url: LOGO,
      status: 200,
      bytes: 1,
      body: 'PA==',
      truncated: false,
      elapsedMs: 1,
    }
    expectAll({ indicator: found(answer, { name: LOGO, via: 'proxy' }) }, [
      'warning bimi.host.content-type-svg',
    ])
    expectAll(
      { indicator: failed('timeout', 'no answer in 10 s', { name: LOGO, via: 'proxy' }) },
      [],
    )
    expectAll({ indicator: failed('cors', 'blocked', { name: LOGO, via: 'page' }) }, [
      'notice bimi.host.cors',
    ])
  })

  test('a browser unpacks what it fetches', () => {
    const url = 'https://example.com/logo.svgz'
    const from = (via: 'page' | 'proxy') => ({
      indicator: found(answerOf(url, SVG), { name: url, via }),
    })
    expectAll(from('page'), [])
    expectAll(from('proxy'), ['warning bimi.host.svg-encoding'])
  })

  test('a host that refuses, and one that cannot shake hands', () => {
    const source = { name: LOGO, via: 'proxy' } as const
    expectAll(
      { indicator: { state: 'faulty', reason: 'refused', detail: 'connection refused', source } },
      ['error bimi.host.status'],
    )
    expectAll(
      { indicator: { state: 'faulty', reason: 'tls', detail: 'handshake failed', source } },
      ['error bimi.host.https-cert'],
    )
  })
})

describe('the certificate', () => {
  test.each<[string, Partial<HttpAnswer>, string, string[]]>([
    ['as it should be', {}, PEM, []],
    ['as text', { mediaType: 'text/plain; charset=us-ascii' }, PEM, []],
    [
      'as bytes',
      { mediaType: 'application/octet-stream' },
      PEM,
      ['notice bimi.host.content-type-pem'],
    ],
    [
      'a web page',
      { mediaType: 'text/html' },
      '<!doctype html><p>Hello',
      ['error bimi.host.content-type-pem'],
    ],
    ['a web page under a false label', {}, '<html><p>Hello', ['error bimi.host.content-type-pem']],
    ['gone', { status: 404 }, '', ['error bimi.host.status']],
  ])('%s', (_, details, body, expected) =>
    expectAll(markAnswer('certificate', details, body).facts, expected),
  )

  test('both files are judged', () => {
    expectAll(all(logoAnswer('', { status: 404 }, ''), markAnswer('', { status: 404 }, '')).facts, [
      'error bimi.host.status',
      'error bimi.host.status',
    ])
    expect(MARK).toMatch(/\.pem$/)
  })
})

describe('the hosts', () => {
  const resolved = (...hosts: ReturnType<typeof noHost>[]): RawFactSet => ({
    bimiHosts: found(hosts, dnsSource('example.com', 'A')),
  })
  const record = bimiRecords(`v=BIMI1; l=${LOGO}`).facts
  test.each<[string, RawFactSet, string[]]>([
    ['one’s own', { ...record, ...resolved(hostAddresses('example.com', ['192.0.2.1'])) }, []],
    ['not asked', record, []],
    ['nowhere', { ...record, ...resolved(noHost('example.com')) }, ['error bimi.host.resolves']],
    [
      'elsewhere',
      bimiRecords('v=BIMI1; l=https://cdn.vendor.example/l.svg; a=https://cdn.vendor.example/m.pem')
        .facts,
      ['notice bimi.host.domain'],
    ],
    ['a record by itself', { bimiTxt: txtFact('default._bimi', [`v=BIMI1; l=${LOGO}`]) }, []],
    ['a sub-domain', bimiRecords('v=BIMI1; l=https://static.example.com/l.svg').facts, []],
  ])('%s', (_, facts, expected) => expectFindings(bimiHostName, facts, expected))
})
