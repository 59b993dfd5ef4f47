// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { policyText } from '../../../checks/example.ts'
import { nothing, policyFileFact, policyUrl, txtFact } from '../../../facts/build.ts'
import { derive } from '../../../facts/derive/derive.ts'
import { failed } from '../../../facts/fact.ts'
import type { PreviousCheck } from '../../../facts/fact-set.ts'
import {
  forgetPreviousChecks,
  keepCheck,
  previousCheck,
  toPreviousCheck,
} from '../../../queries/previous-check.ts'
import { forgetRecentDomains, recentDomains, rememberDomain } from './recent-domains.ts'

const DOMAIN = 'example.com'

beforeEach(() => localStorage.clear())

describe('recent domains', () => {
  test('latest first, each once, and not too many', () => {
    for (let i = 0; i < 12; i++) rememberDomain(`d${i}.example.com`)
    rememberDomain('d5.example.com')
    expect(recentDomains().slice(0, 3)).toEqual([
      'd5.example.com',
      'd11.example.com',
      'd10.example.com',
    ])
    expect(recentDomains().length).toBe(8)
  })

  test('are forgotten when that is asked', () => {
    rememberDomain(DOMAIN)
    forgetRecentDomains()
    expect(recentDomains()).toEqual([])
  })

  test.each([
    ['no JSON', '{'],
    ['another type', '"example.com"'],
    ['mark-up and addresses', '["<b>", "javascript:alert(1)", 5, null, {}]'],
  ])('%s in the store counts as nothing', (_, kept) => {
    localStorage.setItem('signet.recent-domains', kept)
    expect(recentDomains()).toEqual([])
  })

  test('a store that is closed is no reason to fail', () => {
    vi.stubGlobal('localStorage', undefined)
    expect(recentDomains()).toEqual([])
    expect(() => rememberDomain(DOMAIN)).not.toThrow()
    vi.unstubAllGlobals()
  })
})

describe('the previous check', () => {
  const check = (id: string | null, policy: string | null): PreviousCheck => ({
    time: '2026-09-14T10:42:07.000Z',
    stsId: id,
    policyText: policy,
    mode: 'enforce',
    maxAge: 604_800,
  })
  const kept = () => {
    const fact = previousCheck(DOMAIN)
    return fact?.state === 'found' ? fact.value : null
  }

  test('is what was kept, for that domain', () => {
    expect(previousCheck(DOMAIN)).toBe(undefined)
    keepCheck(DOMAIN, check('1', 'a'))
    expect(kept()).toEqual(check('1', 'a'))
    expect(previousCheck('example.org')).toBe(undefined)
  })

  test('follows the domain, except where the policy changed behind an unchanged id', () => {
    keepCheck(DOMAIN, check('1', 'a'))
    keepCheck(DOMAIN, check('1', 'b'))
    expect(kept()?.policyText).toBe('a')
    keepCheck(DOMAIN, check('2', 'b'))
    expect(kept()?.policyText).toBe('b')
  })

  test('is forgotten when that is asked', () => {
    keepCheck(DOMAIN, check('1', 'a'))
    forgetPreviousChecks()
    expect(previousCheck(DOMAIN)).toBe(undefined)
  })

  test.each([
    ['a time that is none', { ...check('1', 'a'), time: 'yesterday' }],
    ['a number for a text', { ...check('1', 'a'), stsId: 5 }],
    ['a text for a number', { ...check('1', 'a'), maxAge: '5' }],
    ['a text beyond all limits', check('1', 'x'.repeat(70_000))],
    ['a list', []],
    ['null', null],
  ])('%s in the store counts as nothing', (_, value) => {
    localStorage.setItem('signet.previous-checks', JSON.stringify({ [DOMAIN]: value }))
    expect(previousCheck(DOMAIN)).toBe(undefined)
  })

  test('is made from the answers that were seen', () => {
    const facts = derive({
      mtaStsTxt: txtFact(`_mta-sts.${DOMAIN}`, ['v=STSv1; id=2026083101']),
      mtaStsPolicyFile: policyFileFact(DOMAIN, policyText({ maxAge: '604800' })),
    })
    expect(toPreviousCheck(facts, Date.parse('2026-09-14T10:42:07Z'))).toEqual(
      check('2026083101', policyText({ maxAge: '604800' })),
    )
  })

  test('remembers that nothing was published, and nothing of what could not be learned', () => {
    const source = { name: policyUrl(DOMAIN), via: 'proxy' } as const
    const mtaStsTxt = nothing(`_mta-sts.${DOMAIN}`, 'TXT')
    expect(toPreviousCheck(derive({ mtaStsTxt }), 0)).toMatchObject({
      stsId: null,
      policyText: null,
    })
    const lost = derive({ mtaStsTxt, mtaStsPolicyFile: failed('timeout', '', source) })
    expect(toPreviousCheck(lost, 0)).toBe(null)
  })
})
