import { describe, expect, test } from 'vitest'
import { mxFact, nothing, policyFileFact, txtFact } from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { RawFacts } from '../../../facts/fact-set.ts'
import type { FactPlan } from '../../../gather/plan.ts'
import type { DomainInput } from '../../../protocols/dns/domain-input.ts'
import { pendingOf, type Answer, type Answers } from '../../../queries/answers.ts'
import { questionCount, questions } from './questions.ts'

const subject: DomainInput = {
  typed: 'example.com',
  domain: 'example.com',
  unicode: 'example.com',
  localPart: null,
  changes: [],
}

const plan = (name: keyof RawFacts, after: (keyof RawFacts)[] = []): FactPlan => ({
  name,
  after,
  asks: ({ domain }) => `${name} of \`${domain}\``,
  of: name === 'mtaStsPolicyFile' ? 'fetcher' : 'resolver',
  gather: () => Promise.reject(new Error('not asked here')),
})

const PLANS = [plan('mtaStsPolicyFile'), plan('mx'), plan('mxHosts', ['mx']), plan('soa')]
const mx = mxFact('example.com', ['10 mail1.example.com'])
const answered = (
  fact: Answer & { state: 'answered' } extends { fact: infer F } ? F : never,
  took = 40,
): Answer => ({
  state: 'answered',
  fact,
  began: 1000,
  ended: 1000 + took,
})

describe('the ledger', () => {
  test('a question that needs another answer first waits; the others are being asked', () => {
    const rows = questions(PLANS, {}, subject, 1000)
    expect(rows.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'mtaStsPolicyFile asking',
      'mx asking',
      'soa asking',
      'mxHosts waiting',
    ])
    expect(rows[0]?.since).toBe(1000)
  })

  test('an answer stands first, with its time, and lets its followers begin', () => {
    const [first, ...rest] = questions(PLANS, { mx: answered(mx, 41) }, subject, 1000)
    expect(first).toMatchObject({ name: 'mx', state: 'answered', took: 41, answer: 'one name' })
    expect(rest.find(({ name }) => name === 'mxHosts')).toMatchObject({
      state: 'asking',
      since: 1041,
    })
  })

  test('one that may not be needed is none before that is known', () => {
    const plans = [plan('mx'), { ...plan('mxHosts', ['mx']), when: () => true }]
    const names = (answers: Answers) =>
      questions(plans, answers, subject, 1000).map(({ name }) => name)
    expect(names({})).toEqual(['mx'])
    expect(names({ mx: answered(mx) })).toEqual(['mx', 'mxHosts'])
  })

  test('what nobody needs to ask is no question', () => {
    const rows = questions(PLANS, { mxHosts: { state: 'not-needed' } }, subject, 1000)
    expect(rows.map(({ name }) => name)).not.toContain('mxHosts')
  })

  test('a question without an answer says so, and what kept it', () => {
    const lost = failed('timeout', '', { name: 'example.com', via: 'dns' })
    const row = questions(PLANS, { soa: answered(lost) }, subject, 1000)[0]
    expect(row).toMatchObject({ state: 'failed', answer: 'did not answer in time' })
  })

  test('pending is what is neither answered nor unnecessary', () => {
    const pending = pendingOf(PLANS, { mx: answered(mx), mxHosts: { state: 'not-needed' } })
    expect([...pending]).toEqual(['mtaStsPolicyFile', 'soa'])
  })
})

test('a question that two facts share is counted once', () => {
  const name = '_mta-sts.example.com'
  const txt = txtFact(name, ['v=STSv1; id=1'])
  const elsewhere = found([{ name, txt }], { name, via: 'derived' })
  expect(
    questionCount({
      mx,
      mtaStsTxt: txt,
      mtaStsElsewhere: elsewhere,
      soa: nothing('example.com', 'SOA'),
      mtaStsPolicyFile: policyFileFact('example.com', ''),
    }),
  ).toBe(4)
})
