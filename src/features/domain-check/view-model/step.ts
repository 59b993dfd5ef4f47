import { RULES } from '../../../checks/catalogue.ts'
import type { Fact } from '../../../facts/fact.ts'
import type { RawFacts } from '../../../facts/fact-set.ts'
import type { CheckState, Told } from './check-state.ts'
import type { Standing } from './standing.ts'

/** One link of a protocol's chain, in the order in which a sender walks it. */
export interface Step {
  title: string
  standing: Standing
  /** A more exact word than the standing's own. */
  word?: string
  /** What was seen, or what is being asked of whom. */
  detail: string
  note?: string
  /** How it leads on: senders go on, senders stop, not known. */
  link: 'on' | 'cut' | 'open'
}

/** What a step looks at: a fact, and the findings that belong to it. */
export interface StepPlan {
  title: string
  fact: keyof RawFacts
  owns: (findingId: string) => boolean
  /** Which of the findings that it owns are about its own text or file, where another step owns the same ids. */
  isOwn?: (finding: Told, state: CheckState) => boolean
  /** Who stops at an error, if not strict senders. */
  stops?: string
  /** What is being asked while the answer is out. */
  asking: string
  describe: (state: CheckState) => Seen
}

/** How a fact that is in looks before any rule is heard. */
export interface Seen {
  standing: Standing
  word?: string
  detail: string
}

export function toStep(plan: StepPlan, state: CheckState): Step {
  const { title, fact, asking } = plan
  const seen = state.facts[fact]
  if (state.pending.has(fact) && seen === undefined)
    return { title, standing: 'asking', detail: asking, link: 'open' }
  const described = plan.describe(state)
  const judged = judgement(plan, state)
  if (judged === 'open') {
    const { detail } = described
    return { title, standing: 'waiting', word: 'Not judged yet', detail, link: 'open' }
  }
  // Where nothing is published, that is the word; how much it matters stands in the finding.
  const mild = judged === 'warning' && described.standing === 'absent'
  const standing = mild ? 'absent' : (judged ?? described.standing)
  const step: Step = { title, standing, detail: described.detail, link: linkOf(standing) }
  if (judged === null && described.word !== undefined) step.word = described.word
  return standing === 'error'
    ? { ...step, note: `${plan.stops ?? 'strict senders'} stop here` }
    : step
}

/** The worst finding of a step; null when none weighs more than a notice; `open` while an answer may change it. */
function judgement(plan: StepPlan, state: CheckState): 'error' | 'warning' | 'open' | null {
  const own = state.findings.filter(
    (finding) => plan.owns(finding.id) && (plan.isOwn?.(finding, state) ?? true),
  )
  if (own.some(({ words }) => words.severity === 'error')) return 'error'
  const ids = RULES.flatMap((rule) => Object.keys(rule.messages)).filter(plan.owns)
  if (ids.some((id) => !state.settledIds.has(id))) return 'open'
  return own.some(({ words }) => words.severity === 'warning') ? 'warning' : null
}

function linkOf(standing: Standing): Step['link'] {
  switch (standing) {
    case 'pass':
    case 'warning':
    case 'notice':
      return 'on'
    case 'error':
      return 'cut'
    case 'unknown':
    case 'not-applicable':
    case 'absent':
    case 'asking':
    case 'waiting':
    case 'crashed':
      return 'open'
  }
}

/** The standing that follows from a fact's state alone. */
export function standingOfFact(fact: Fact<unknown> | undefined): Standing {
  switch (fact?.state) {
    case 'found':
      return 'pass'
    case 'absent':
      return 'absent'
    case 'faulty':
      return 'error'
    case 'failed':
      return 'unknown'
    case undefined:
      return 'not-applicable'
  }
}
