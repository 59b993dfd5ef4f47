import { describe, expect, test } from 'vitest'
import { policyText } from '../../../checks/example.ts'
import { hostAddresses, mxFact, nothing, policyFileFact, txtFact } from '../../../facts/build.ts'
import { failed, found, type Source } from '../../../facts/fact.ts'
import type { RawFacts, RawFactSet } from '../../../facts/fact-set.ts'
import { readDomainInput } from '../../../protocols/dns/domain-input.ts'
import { checkState, verdictIn, type CheckState } from './check-state.ts'
import { isRuleSettled } from './settled.ts'

type RawName = keyof RawFacts

function subjectOf(domain: string) {
  const result = readDomainInput(domain)
  if (!result.ok) throw new Error('not a domain')
  return result.input
}

function state(facts: RawFactSet, pending: RawName[]): CheckState {
  return checkState(subjectOf('example.com'), facts, new Set(pending))
}

const source: Source = { name: 'example.com', via: 'dns' }
const record = (text: string): RawFactSet => ({
  mtaStsTxt: txtFact('_mta-sts.example.com', [text]),
})
const rule = {
  id: 'r',
  title: 'r',
  spec: [],
  why: '',
  messages: {},
  examples: {},
  quiet: { show: '', facts: {} },
  check: () => [],
}

describe('a rule is settled', () => {
  const mx = mxFact('example.com', ['10 mail1.example.com'])

  test('when all it needs, must know and reads is in', () => {
    const one = { ...rule, needs: ['mx'], reads: ['now'] } as const
    expect(isRuleSettled(one, { mx }, new Set(['now']))).toBe(false)
    expect(isRuleSettled(one, { mx }, new Set(['soa']))).toBe(true)
    expect(isRuleSettled(one, {}, new Set(['mx']))).toBe(false)
  })

  test('when a needed fact is surely not there, whatever else is out', () => {
    const one = { ...rule, needs: ['mx', 'now'] } as const
    const absent = nothing('example.com', 'MX')
    expect(isRuleSettled(one, { mx: absent }, new Set(['now']))).toBe(true)
  })

  test('when a fact that it must know could not be learned', () => {
    const one = { ...rule, needs: [], known: ['mx'], reads: ['now'] } as const
    const lost = failed('timeout', '', source)
    expect(isRuleSettled(one, { mx: lost }, new Set(['now']))).toBe(true)
    expect(isRuleSettled(one, { mx }, new Set(['now']))).toBe(false)
  })

  test('a derived fact is out as long as the one that it is made from', () => {
    const one = { ...rule, needs: ['mtaStsPolicy'] } as const
    expect(isRuleSettled(one, {}, new Set(['mtaStsPolicyFile']))).toBe(false)
    expect(isRuleSettled(one, {}, new Set(['mtaStsTxt']))).toBe(true)
  })

  test('a rule about all answers waits for all of them', () => {
    const one = { ...rule, needs: ['lookups'] } as const
    const lookups = found([], source)
    expect(isRuleSettled(one, { lookups }, new Set(['soa']))).toBe(false)
    expect(isRuleSettled(one, { lookups }, new Set())).toBe(true)
  })
})

describe('a verdict appears', () => {
  test('at once when an error stands that no answer can take away', () => {
    const early = state(record('v=STSV1; id=1;'), ['mtaStsPolicyFile', 'mx', 'policyHost'])
    expect(verdictIn(early, 'mta-sts')).toBe('error')
  })

  test('not while a milder one may still become worse', () => {
    const early = state(record('v=STSv1; id=2026083101'), ['mtaStsPolicyFile', 'mx', 'policyHost'])
    expect(verdictIn(early, 'mta-sts')).toBe(null)
  })

  test('for one protocol while another is waited for', () => {
    const facts: RawFactSet = {
      mx: mxFact('example.com', ['10 mail1.example.com', '20 mail2.example.com']),
      mxHosts: found(
        ['mail1.example.com', 'mail2.example.com'].map((name) =>
          hostAddresses(name, ['8.8.8.8', '2001:4860:4860::8888']),
        ),
        source,
      ),
    }
    expect(verdictIn(state(facts, ['mtaStsTxt', 'mtaStsPolicyFile']), 'mta-sts')).toBe(null)
  })

  test('always when nothing is out any more', () => {
    for (const protocol of ['mta-sts', 'tls-rpt', 'mx'] as const)
      expect(verdictIn(state(record('v=STSv1; id=2026083101'), []), protocol)).not.toBe(null)
  })

  test('findings of rules that still wait are kept back', () => {
    const facts: RawFactSet = {
      mtaStsPolicyFile: policyFileFact('example.com', policyText({ maxAge: '31557600' })),
    }
    const names = (known: CheckState) => known.findings.map(({ id }) => id)
    const all = names(state(facts, []))
    expect(all.length).toBeGreaterThan(0)
    expect(names(state(facts, ['mtaStsPolicyFile']))).toEqual([])
  })
})
