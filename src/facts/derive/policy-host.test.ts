import { expect, test } from 'vitest'
import { failed, faulty, found, type Fact } from '../fact.ts'
import { dnsSource, hostAddresses, nothing, policyAnswer, policyUrl, txtFact } from '../build.ts'
import type { RawFactSet } from '../fact-set.ts'
import type { HttpAnswer } from '../../protocols/http/answer.ts'
import { derive } from './derive.ts'

const source = { name: policyUrl('example.com'), via: 'proxy' } as const
const tls = { protocol: 'TLSv1.3', trusted: true, chain: ['?'] }
const answer = policyAnswer('example.com', 'x', { status: 503, tls })
const of = (mtaStsPolicyFile: Fact<HttpAnswer>, rest: RawFactSet = {}) =>
  derive({ ...rest, mtaStsPolicyFile })

test('an answer of any status behind any certificate is an answer', () => {
  const facts = of(faulty('status', '503', source, answer))
  expect(facts.policyAnswer).toEqual(found(answer, source))
  expect(facts.policyTls).toEqual(
    found(
      {
        host: 'mta-sts.example.com',
        protocol: 'TLSv1.3',
        trusted: true,
        error: null,
        leaf: null,
        above: [],
      },
      source,
    ),
  )
})

test('a fetch that shows no handshake leaves the certificate out', () => {
  const { tls: _, ...bare } = answer
  expect(of(found(bare, source))).not.toHaveProperty('policyTls')
})

test('what could not be learnt stays so', () => {
  const timeout = failed('timeout', 'no answer', source)
  expect(of(timeout)).toMatchObject({ policyAnswer: timeout, policyTls: timeout })
})

test('a 404 of which only the status is known, and no answer at all', () => {
  const missing = of({ state: 'absent', how: '404', source })
  expect(missing.policyAnswer).toMatchObject({ state: 'found', value: { status: 404 } })
  const refused = faulty<HttpAnswer>('refused', 'port 443', source)
  expect(of(refused).policyAnswer).toEqual(refused)
  expect(of(refused)).not.toHaveProperty('policyTls')
})

test('the web server of a wildcard says nothing about MTA-STS, until a record announces it', () => {
  const RANDOM = 'k3v9x2.example.com'
  const RECORD = '_mta-sts.example.com'
  const wildcard: RawFactSet = {
    policyHost: found(hostAddresses('mta-sts.example.com', ['192.0.2.5']), {
      name: 'mta-sts.example.com',
      via: 'dns',
    }),
    wildcard: found(
      {
        name: RANDOM,
        txt: nothing(RANDOM, 'TXT'),
        addresses: hostAddresses(RANDOM, ['192.0.2.5']),
      },
      dnsSource(RANDOM, 'TXT'),
    ),
  }
  const file = found(answer, source)
  const noRecord = { ...wildcard, mtaStsTxt: nothing(RECORD, 'TXT') }
  expect(of(file, noRecord)).not.toHaveProperty('policyAnswer')
  expect(of(file, noRecord)).not.toHaveProperty('policyTls')
  expect(of(file, noRecord)).not.toHaveProperty('mtaStsPolicy')
  const stray = { ...wildcard, mtaStsTxt: txtFact(RECORD, ['v=spf1 -all']) }
  expect(of(file, stray)).not.toHaveProperty('policyAnswer')
  const announced = { ...wildcard, mtaStsTxt: txtFact(RECORD, ['v=STSv1; id=1']) }
  expect(of(file, announced)).toHaveProperty('policyAnswer')
  const unknown = failed('timeout', 'no answer', dnsSource(RECORD, 'TXT'))
  expect(of(file, { ...wildcard, mtaStsTxt: unknown })).toHaveProperty('policyAnswer')
})
