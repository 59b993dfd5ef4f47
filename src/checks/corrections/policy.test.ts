import { describe, expect, test } from 'vitest'
import { failed } from '../../facts/fact.ts'
import { policyText } from '../example.ts'
import { derive } from '../../facts/derive/derive.ts'
import { domainFacts, type DomainSketch } from '../../testing/domain-facts.ts'
import { correctionOf } from './correct.ts'

const correct = (name: Parameters<typeof correctionOf>[0], sketch: Partial<DomainSketch>) =>
  correctionOf(name, derive(domainFacts(sketch)))
const policy = (text: string, more: Partial<DomainSketch> = {}) =>
  correct('mta-sts-policy', { policy: text, ...more })

describe('the policy file', () => {
  const lines = (mode: string, age: string, ...mx: string[]) =>
    policyText({ mode, maxAge: age, mx })
  const both = ['mail1.example.com', 'mail2.example.com']

  test.each([
    ['enforced', lines('enforce', '2592000', ...both)],
    ['in testing', lines('testing', '604800', ...both)],
    ['on its way out', lines('none', '86400', ...both)],
    ['with a host that is not in use', lines('enforce', '2592000', ...both, 'mail9.example.com')],
    ['with LF', lines('enforce', '2592000', ...both).replaceAll('\r\n', '\n')],
    ['with a line twice', lines('enforce', '2592000', ...both, 'mail1.example.com')],
  ])('a good one stays: %s', (_, text) => expect(policy(text)).toBeNull())

  test.each([
    [
      'a mail server is missing',
      lines('enforce', '2592000', 'mail1.example.com'),
      lines('testing', '604800', ...both),
    ],
    [
      'a wildcard over the own domain',
      lines('testing', '604800', '*.example.com'),
      lines('testing', '604800', ...both),
    ],
    [
      'in testing for a year',
      lines('testing', '31557600', ...both),
      lines('testing', '604800', ...both),
    ],
    [
      'enforced for a year',
      lines('enforce', '31557600', ...both),
      lines('enforce', '10368000', ...both),
    ],
    [
      'enforced for a day',
      lines('enforce', '86400', ...both),
      lines('enforce', '2592000', ...both),
    ],
    ['switched off for long', lines('none', '31557600', ...both), lines('none', '86400', ...both)],
    [
      'a mode in capitals',
      lines('Testing', '604800', ...both),
      lines('testing', '604800', ...both),
    ],
    [
      'a mode that never worked',
      lines('Enforce', '2592000', ...both),
      lines('testing', '604800', ...both),
    ],
    ['an unknown mode', lines('report', '604800', ...both), lines('testing', '604800', ...both)],
    [
      'dots and numbers',
      lines('testing', '604800', '10 mail1.example.com', 'mail2.example.com.'),
      lines('testing', '604800', ...both),
    ],
    [
      'a comment',
      `# mine\n${lines('testing', '604800', ...both)}`,
      lines('testing', '604800', ...both),
    ],
    [
      'a byte-order mark',
      `\ufeff${lines('testing', '604800', ...both)}`,
      lines('testing', '604800', ...both),
    ],
    ['a web page', '<!doctype html><title>Hello</title>', lines('testing', '86400', ...both)],
    ['an empty file', '', lines('testing', '86400', ...both)],
  ])('%s', (_, text, expected) => expect(policy(text)?.text).toBe(expected))

  test('behind a broken record nobody has tried it', () => {
    const broken = policy(lines('enforce', '2592000', ...both), { sts: ['v=STSV1; id=1'] })
    expect(broken?.text).toBe(lines('testing', '604800', ...both))
    expect(broken?.notes.join(' ')).toContain('no strict sender uses this policy today')
  })

  test('the talk’s own, against two mail servers', () => {
    const domain = 'zimbra.example'
    const text = lines(
      'testing',
      '31557600',
      'mail1.zimbra.example',
      'mail2.zimbra.example',
      '*.zimbra.example',
    )
    const mx = ['10 mail1.zimbra.example', '20 mail2.zimbra.example']
    const seen = policy(text, { domain, mx, sts: ['v=STSV1; id=2022051001;'] })
    expect(seen?.text).toBe(
      lines('testing', '604800', 'mail1.zimbra.example', 'mail2.zimbra.example'),
    )
    expect(seen?.where).toBe('https://mta-sts.zimbra.example/.well-known/mta-sts.txt')
    expect(seen?.changes.map(({ start, end, was }) => [seen.text.slice(start, end), was])).toEqual([
      ['604800', '31557600'],
    ])
    expect(seen?.removed).toEqual(['mx: *.zimbra.example'])
  })

  test('a first policy names the mail servers of today', () => {
    expect(correct('mta-sts-policy', { policy: null })).toMatchObject({
      old: null,
      changes: [],
      text: lines('testing', '86400', ...both),
    })
  })

  test('without known mail servers it keeps what is listed', () => {
    const mx = failed('timeout', '', { name: 'example.com', via: 'dns' })
    const seen = policy(lines('testing', '31557600', '*.example.com'), { facts: { mx } })
    expect(seen?.text).toBe(lines('testing', '604800', '*.example.com'))
  })

  test('legal extensions are kept, unless a sender stumbles over them', () => {
    const text = `${lines('testing', '31557600', ...both)}owner: mail team\r\nnote: a:b\r\n`
    expect(policy(text)?.text).toBe(`${lines('testing', '604800', ...both)}owner: mail team\r\n`)
  })

  test('nothing is written for a domain without mail, or over a file that could not be read', () => {
    expect(correct('mta-sts-policy', { mx: ['0 .'], policy: null })).toBeNull()
    const mtaStsPolicyFile = failed('proxy', '', { name: 'x', via: 'proxy' })
    expect(correct('mta-sts-policy', { facts: { mtaStsPolicyFile } })).toBeNull()
  })
})
