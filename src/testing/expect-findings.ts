import { expect } from 'vitest'
import type { Finding } from '../checks/finding.ts'
import type { Example, Rule } from '../checks/rule.ts'
import { wordsOf } from '../checks/rule.ts'
import { run, type Outcome } from '../checks/run.ts'
import { derive } from '../facts/derive/derive.ts'
import type { RawFactSet } from '../facts/fact-set.ts'

/** The outcome of one rule on raw facts. */
export function outcomeOf(rule: Rule, raw: RawFactSet): Outcome {
  const [outcome] = run([rule], derive(raw))
  if (outcome === undefined) throw new Error('A rule has one outcome')
  return outcome
}

export function findingsFor(rule: Rule, input: Example | RawFactSet): Finding[] {
  const outcome = outcomeOf(rule, isExample(input) ? input.facts : input)
  if (outcome.state === 'crashed') throw new Error(outcome.message)
  return outcome.state === 'ran' ? outcome.findings : []
}

/** The exact findings of one rule, each as `error sts.record.multiple`: what is not listed is forbidden. */
export function expectFindings(rule: Rule, input: Example | RawFactSet, expected: string[]): void {
  const seen = findingsFor(rule, input).map(
    (finding) => `${wordsOf(rule, finding).severity} ${finding.id}`,
  )
  expect(seen.sort()).toEqual([...expected].sort())
}

function isExample(input: Example | RawFactSet): input is Example {
  return 'show' in input && typeof input.show === 'string'
}
