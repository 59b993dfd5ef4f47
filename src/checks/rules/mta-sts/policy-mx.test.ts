/** The mx lines of the policy file, judged by all rules about the file at once. */
import { describe, expect, test } from 'vitest'
import { policyFileFact } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { findingsOfAll, judgeAll } from '../../../testing/judge-all.ts'
import { policyText } from '../../example.ts'
import { POLICY_RULES } from './policy-list.ts'

const withMx = (...mx: string[]): RawFactSet => ({
  mtaStsPolicyFile: policyFileFact('example.com', policyText({ mx })),
})
const judged = (facts: RawFactSet) =>
  judgeAll(POLICY_RULES, facts)
    .map((finding) => finding.replace('sts.policy.', ''))
    .sort()

describe('values that are no pattern, beside one that is', () => {
  test.each([
    ['a.example, b.example', 'error mx-multi-value'],
    ['a.example b.example', 'error mx-multi-value'],
    ['', 'error mx-empty'],
    [' \t', 'error mx-empty'],
    ['mail.example.com.', 'error mx-trailing-dot'],
    ['*.example.com.', 'error mx-trailing-dot'],
    ['10 mail.example.com', 'error mx-priority'],
    ['example.com. IN MX 10 mail.example.com.', 'error mx-priority'],
    ['https://mail.example.com', 'error mx-url'],
    ['192.0.2.1', 'error mx-ip'],
    ['[192.0.2.1]', 'error mx-ip'],
    ['2001:db8::1', 'error mx-ip'],
    ['[IPv6:2001:db8::1]', 'error mx-ip'],
    ['mail:25', 'error mx-port'],
    ['mail.example.com:25', 'error mx-port'],
    ['mail_1.example.com', 'error mx-underscore'],
    ['*', 'error mx-wildcard-form'],
    ['mail*.example.com', 'error mx-wildcard-form'],
    ['*.*.example.com', 'error mx-wildcard-form'],
    ['mx.*.example.com', 'error mx-wildcard-form'],
    ['.example.com', 'error mx-wildcard-form'],
    ['müller.example', 'error mx-idn'],
    ['*.müller.example', 'error mx-idn'],
    ['\u200bmail.example.com', 'error non-ascii'],
    ['mail..example.com', 'error mx-syntax'],
    ['-mail.example.com', 'error mx-syntax'],
    ['mail.example.com,', 'error mx-syntax'],
    [`${'a'.repeat(64)}.example`, 'error mx-syntax'],
  ])('%j', (value, finding) => {
    expect(judged(withMx('mail1.example.org', value))).toEqual([finding])
    expect(judged(withMx(value))).toEqual([finding])
  })

  test('what was meant is offered', () => {
    const argsOf = (value: string) => findingsOfAll(POLICY_RULES, withMx(value))[0]?.args
    expect(argsOf('müller.example')).toMatchObject({ expected: 'xn--mller-kva.example' })
    expect(argsOf('10 mail.example.com.')).toMatchObject({ expected: 'mail.example.com' })
    expect(argsOf('mail.example.com.')).toMatchObject({ expected: 'mail.example.com' })
    expect(argsOf('*')).toMatchObject({ expected: null })
  })
})

describe('whether there are any', () => {
  const none = (more = '') => ({
    mtaStsPolicyFile: policyFileFact(
      'example.com',
      `version: STSv1\nmode: none\nmax_age: 86400\n${more}`,
    ),
  })
  test.each([
    ['enforce without', withMx(), ['error mx-missing']],
    ['none without', none(), ['notice mode-none', 'notice mx-none-without']],
    ['none with one', none('mx: a.example\n'), ['notice mode-none']],
    [
      'none with a wrong one',
      none('mx: a.example.\n'),
      ['error mx-trailing-dot', 'notice mode-none'],
    ],
  ])('%s', (_, facts, expected) => expect(judged(facts)).toEqual([...expected].sort()))
})

describe('wildcards', () => {
  const subject = (domain: string): RawFactSet => ({
    subject: found(
      { typed: domain, domain, unicode: domain, localPart: null, changes: [] },
      { name: domain, via: 'typed' },
    ),
  })
  test.each([
    ['*.com', ['warning mx-public-suffix']],
    ['*.co.uk', ['warning mx-public-suffix']],
    ['*.GitHub.io', ['warning mx-public-suffix']],
    ['*.example', ['warning mx-public-suffix']],
    ['*.example.com', ['warning mx-wildcard-own']],
    ['*.EXAMPLE.com', ['warning mx-wildcard-own']],
    ['*.mx.example.com', []],
    ['*.ample.com', []],
    ['*.example.net', []],
    ['*.mail.protection.outlook.com', ['notice mx-foreign-wildcard']],
    ['*.j-v1.mx.microsoft', ['notice mx-foreign-wildcard']],
    ['*.aspmx.l.google.com', ['notice mx-foreign-wildcard']],
    ['example-com.mail.protection.outlook.com', []],
  ])('%s', (pattern, expected) => expect(judged(withMx(pattern))).toEqual(expected))

  test('the domain that is checked counts, and the parent of a mail domain', () => {
    const facts = withMx('*.zimbra.example')
    expect(judged({ ...facts, ...subject('zimbra.example') })).toEqual(['warning mx-wildcard-own'])
    expect(judged({ ...facts, ...subject('mail.zimbra.example') })).toEqual([
      'warning mx-wildcard-own',
    ])
    expect(judged({ ...facts, ...subject('example.com') })).toEqual([])
  })

  test('a file without its address does not tell whose it is', () => {
    const { mtaStsPolicyFile } = withMx('*.example.com')
    if (mtaStsPolicyFile === undefined) throw new Error('no file')
    const pasted = { ...mtaStsPolicyFile, source: { name: 'mta-sts.txt', via: 'file' } as const }
    expect(judged({ mtaStsPolicyFile: pasted })).toEqual([])
  })

  test('the same wildcard twice is judged once', () => {
    expect(judged(withMx('*.com', '*.com'))).toEqual([
      'notice mx-duplicate',
      'warning mx-public-suffix',
    ])
  })
})

describe('how many', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `mx${index}.a.example`)
  test.each([
    ['the same in another case', withMx('a.example', 'A.example'), ['notice mx-duplicate']],
    ['three times', withMx('a.b', 'a.b', 'a.b'), ['notice mx-duplicate', 'notice mx-duplicate']],
    ['two hosts under a wildcard', withMx('m1.a.b', '*.a.b', 'm2.a.b'), ['notice mx-redundant']],
    ['no host under a wildcard', withMx('a.b', '*.a.b', 'x.y.a.b'), []],
    ['100', withMx(...many(100)), []],
    ['101', withMx(...many(101)), ['warning many-mx']],
    [
      'more than 4 KB',
      withMx(...many(90).map((host) => `${'x'.repeat(40)}.${host}`)),
      ['warning many-mx'],
    ],
  ])('%s', (_, facts, expected) => expect(judged(facts)).toEqual(expected))

  test('the slides: two hosts, and the wildcard over them, which is their own', () => {
    const mtaStsPolicyFile = policyFileFact(
      'zimbra.example',
      policyText({
        mode: 'testing',
        mx: ['mail1.zimbra.example', 'mail2.zimbra.example', '*.zimbra.example'],
        maxAge: '31557600',
      }),
    )
    expect(judged({ mtaStsPolicyFile })).toEqual([
      'notice mode-testing',
      'notice mx-redundant',
      'warning max-age-at-maximum',
      'warning max-age-long-testing',
      'warning mx-wildcard-own',
    ])
  })
})
