import { expect, test } from 'vitest'
import { hostAddresses, mxFact, noHost, nothing } from '../../../facts/build.ts'
import { failed } from '../../../facts/fact.ts'
import type { ReportTarget } from '../../../facts/fact-set.ts'
import { targetState } from './target-words.ts'

const HOST = 'reports.example'
const mail = (rest: Partial<ReportTarget>): ReportTarget => ({
  uri: `mailto:tls@${HOST}`,
  kind: 'mailto',
  host: HOST,
  ...rest,
})
const web = (rest: Partial<ReportTarget>): ReportTarget => ({
  uri: `https://${HOST}/v1`,
  kind: 'https',
  host: HOST,
  ...rest,
})
const lost = failed('timeout', '', { name: HOST, via: 'dns' })

test.each<[string, ReportTarget, string, string]>([
  [
    'a mail domain',
    mail({ mx: mxFact(HOST, ['20 b.example', '10 a.example']) }),
    'pass',
    '`a.example`',
  ],
  ['a null MX', mail({ mx: mxFact(HOST, ['0 .']) }), 'error', 'null MX'],
  [
    'no MX, and an address of its own',
    mail({ mx: nothing(HOST, 'MX'), addresses: hostAddresses(HOST, ['192.0.2.1']) }),
    'pass',
    '`192.0.2.1`',
  ],
  [
    'nothing at all',
    mail({ mx: nothing(HOST, 'MX'), addresses: noHost(HOST) }),
    'error',
    'not in the DNS',
  ],
  ['no answer', mail({ mx: lost }), 'unknown', 'could not be looked up'],
  ['a web host', web({ addresses: hostAddresses(HOST, ['2001:db8::1']) }), 'pass', '`2001:db8::1`'],
  ['no web host', web({ addresses: noHost(HOST) }), 'error', 'not in the DNS'],
  ['half an answer', web({ addresses: { ...noHost(HOST), aaaa: lost } }), 'unknown', 'looked up'],
  ['an address in place of a name', web({}), 'unknown', 'looked up'],
])('%s', (_, target, kind, words) => {
  const state = targetState(target)
  expect(state.kind).toBe(kind)
  expect(state.words).toContain(words)
})
