import { expect, test } from 'vitest'
import { absent, failed, found, type Source } from '../facts/fact.ts'
import { hostAddresses } from '../facts/build.ts'
import type { FactSet, MxHost } from '../facts/fact-set.ts'
import { seen } from './example.ts'
import { defineRule, type Rule } from './rule.ts'
import { run } from './run.ts'

const source: Source = { name: 'example.com', via: 'dns' }
const nothing = seen('nothing', {})

const words = {
  severity: 'error',
  title: () => 'It is so',
  advice: () => 'Do something.',
} as const

const ordinary = {
  title: 'A rule',
  spec: [],
  why: 'Because.',
  messages: { 'mx.none': words },
  examples: { 'mx.none': nothing },
  quiet: nothing,
} as const

const always = (id: string, needs: Rule['needs'], known: Rule['needs'] = []): Rule =>
  defineRule({
    ...ordinary,
    id,
    needs,
    known,
    check: (_, find) => [find('mx.none', {}, { about: 'here' })],
  })

const state = (rule: Rule, facts: FactSet) => run([rule], facts)[0]

const now = found(5, source)
const timeout = failed('timeout', 'no answer in 5 s', source)

test('a rule with what it needs runs', () => {
  expect(state(always('a', ['now']), { now })).toEqual({
    rule: 'a',
    state: 'ran',
    findings: [{ id: 'mx.none', args: {}, about: 'here' }],
  })
})

test('a rule that finds nothing has passed', () => {
  const quiet = defineRule({ ...ordinary, id: 'q', needs: ['now'], check: () => [] })
  expect(state(quiet, { now })).toEqual({ rule: 'q', state: 'ran', findings: [] })
})

test('a needed fact that nobody asked for, or that is surely not there: not applicable', () => {
  expect(state(always('a', ['mx']), {})).toMatchObject({ state: 'not-applicable', lacks: ['mx'] })
  const mx = absent('nxdomain', source)
  expect(state(always('a', ['mx']), { mx })).toMatchObject({ state: 'not-applicable' })
})

test('a needed fact that failed: unknown, with the reason', () => {
  expect(state(always('a', ['mx', 'now']), { now, mx: timeout })).toEqual({
    rule: 'a',
    state: 'unknown',
    unknown: [{ fact: 'mx', about: 'example.com', reason: 'timeout', detail: 'no answer in 5 s' }],
  })
})

test('a fact that must be known may be absent, but neither failed nor missing', () => {
  const rule = always('a', [], ['mx'])
  expect(state(rule, { mx: absent('nodata', source) })?.state).toBe('ran')
  expect(state(rule, { mx: timeout })?.state).toBe('unknown')
  expect(state(rule, {})?.state).toBe('not-applicable')
})

test('a rule receives what it names and nothing else', () => {
  const names: string[] = []
  const curious = defineRule({
    ...ordinary,
    id: 'c',
    needs: ['now'],
    reads: ['mx'],
    check: (given) => {
      names.push(...Object.keys(given))
      return []
    },
  })
  run([curious], { now, mx: timeout, soa: timeout })
  expect(names.sort()).toEqual(['mx', 'now', 'source'])
})

test('a rule that throws has crashed, and the others run', () => {
  const broken = defineRule({
    ...ordinary,
    id: 'b',
    needs: ['now'],
    check: () => {
      throw new Error('our bug')
    },
  })
  expect(run([broken, always('a', ['now'])], { now }).map(({ state }) => state)).toEqual([
    'crashed',
    'ran',
  ])
})

test('a rule that saw only a part and found nothing there has not passed', () => {
  const quiet = defineRule({ ...ordinary, id: 'q', needs: ['mxHosts'], check: () => [] })
  const good = hostAddresses('mail1.example.com', ['192.0.2.1'])
  const silent: MxHost = { name: 'mail2.example.com', a: timeout, aaaa: timeout }
  const facts = { mxHosts: found([good, silent], source) }
  expect(state(quiet, facts)).toMatchObject({ state: 'unknown', unknown: [{}, {}] })
  expect(state(always('a', ['mxHosts']), facts)?.state).toBe('ran')
})
