import { expect, test } from 'vitest'
import { dnsSource, mxFact, nothing } from '../../../facts/build.ts'
import { failed } from '../../../facts/fact.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { all, mx, policyFile, policyText } from '../../example.ts'
import { matchHosts } from './match-hosts.ts'
import { matchPatterns } from './match-patterns.ts'

const MAIL = ['10 mail1.example.com', '20 mail2.example.com']
const lines = (mode: string, ...hosts: string[]) => policyFile(policyText({ mode, mx: hosts }))
const ALL = 'error sts.match.all-mx'
const HIDDEN = 'warning sts.match.backup-hidden'
const NONE = 'error sts.match.no-mx-at-all-matches'

test.each([
  ['every host is listed', MAIL, lines('enforce', 'mail1.example.com', 'mail2.example.com'), []],
  ['a wildcard covers both', MAIL, lines('enforce', '*.example.com'), []],
  ['another case', ['10 Mail1.Example.COM.'], lines('enforce', 'MAIL1.example.com'), []],
  ['the backup is missing', MAIL, lines('enforce', 'mail1.example.com'), [ALL, HIDDEN]],
  ['the primary is missing', MAIL, lines('enforce', 'mail2.example.com'), [ALL]],
  [
    'one of two equals is missing',
    ['10 mail1.example.com', '10 mail2.example.com'],
    lines('enforce', 'mail1.example.com'),
    [ALL],
  ],
  [
    'two backups are missing: one finding for each, and one for the set',
    [...MAIL, '30 mail3.example.com'],
    lines('enforce', 'mail1.example.com'),
    [ALL, ALL, HIDDEN],
  ],
  [
    'while testing',
    MAIL,
    lines('testing', 'mail1.example.com'),
    ['warning sts.match.all-mx', HIDDEN],
  ],
  ['none matches, enforced', MAIL, lines('enforce', 'old.example.com'), [NONE]],
  [
    'none matches, tested',
    ['10 mail1.example.com'],
    lines('testing', 'old.example.com'),
    ['warning sts.match.all-mx'],
  ],
  ['mode none asks for nothing', MAIL, lines('none', 'old.example.com'), []],
  [
    'a wildcard stands for one label',
    ['10 a.b.example.com'],
    lines('enforce', '*.example.com'),
    [NONE],
  ],
  [
    'a wildcard does not stand for its own rest',
    ['10 example.com'],
    lines('enforce', '*.example.com'),
    [NONE],
  ],
  [
    'a wildcard of Microsoft that covers nothing',
    ['10 example-com.j-v1.mx.microsoft'],
    lines('enforce', '*.mx.microsoft'),
    [NONE],
  ],
  [
    'the same, one label further',
    ['10 example-com.j-v1.mx.microsoft'],
    lines('enforce', '*.j-v1.mx.microsoft'),
    [],
  ],
  [
    'a host of Google outside its wildcard',
    ['10 aspmx.l.google.com'],
    lines('enforce', '*.aspmx.l.google.com'),
    [NONE],
  ],
  ['a null MX has no host', ['0 .'], lines('enforce', 'mail1.example.com'), []],
  [
    'a policy that nobody can use is a matter of the policy',
    MAIL,
    policyFile('version: STSv1\nmode: enforce\nmx: old.example.com\n'),
    [],
  ],
])('%s', (_, records, policy, expected) =>
  expectFindings(matchHosts, all(mx(...records), policy), expected),
)

test('a finding names the host and stands at the last mx line', () => {
  const text = policyText({ mx: ['mail1.example.com'] })
  const [finding] = findingsFor(matchHosts, all(mx(...MAIL), policyFile(text)))
  expect(finding?.args).toEqual({ host: 'mail2.example.com', mode: 'enforce' })
  expect(text.slice(finding?.spot?.start, finding?.spot?.end)).toBe('mail1.example.com')
})

test('without MX records it does not apply, without an answer it is unknown', () => {
  const policy = lines('enforce', 'mail1.example.com').facts
  const absent = { ...policy, mx: nothing('example.com', 'MX', 'nodata') }
  expect(outcomeOf(matchHosts, absent).state).toBe('not-applicable')
  const timeout = failed('timeout', 'no answer', dnsSource('example.com', 'MX'))
  expect(outcomeOf(matchHosts, { ...policy, mx: timeout }).state).toBe('unknown')
})

const UNUSED = 'notice sts.match.unused-pattern'

test.each([
  ['all in use', lines('enforce', 'mail1.example.com', '*.example.com'), []],
  ['one is not', lines('enforce', 'mail1.example.com', 'old.example.com'), [UNUSED]],
  [
    'listed twice, told once',
    lines('enforce', '*.example.com', 'old.example.net', 'OLD.example.net', 'a.b.example.com'),
    [UNUSED, UNUSED],
  ],
  ['none is: said once, by another rule', lines('enforce', 'old.example.com'), []],
  [
    'no more than twenty of a kind',
    lines(
      'enforce',
      'mail1.example.com',
      ...Array.from({ length: 30 }, (_, i) => `old${i}.example.com`),
    ),
    Array.from({ length: 20 }, () => UNUSED),
  ],
  ['mode none', lines('none', 'mail1.example.com', 'old.example.net'), []],
])('patterns: %s', (_, policy, expected) =>
  expectFindings(matchPatterns, { mx: mxFact('example.com', MAIL), ...policy.facts }, expected),
)
