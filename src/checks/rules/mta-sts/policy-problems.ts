import type { ParsedStsPolicy, StsPolicyProblem } from '../../../protocols/mta-sts/policy.ts'
import type { Span } from '../../../protocols/text/problem.ts'
import type { At, Spec } from '../../rule.ts'
import { located, type Located } from '../from-problems.ts'

export const POLICY_SPEC: Spec[] = [{ document: 'RFC 8461', section: '3.2' }]

/** One slip made on every line is one slip: after so many findings of a kind the rest say nothing new. */
const ENOUGH = 20

/** The problems of the policy file with these codes. */
export function policyProblems<Wanted extends StsPolicyProblem>(
  policy: ParsedStsPolicy,
  about: string,
  codes: readonly Wanted[],
  limit = ENOUGH,
): (Located<StsPolicyProblem> & { code: Wanted })[] {
  const counts = new Map<string, number>()
  return located([policy], codes, { fact: 'mtaStsPolicyFile', about }).filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    return count <= limit
  })
}

/** A stretch of the policy file. */
export function policyAt(about: string, { start, end }: Span): At {
  return { about, spot: { fact: 'mtaStsPolicyFile', index: 0, start, end } }
}

/** What stood there, and what was probably meant. */
export interface Seen {
  seen: string
  expected: string | null
}

export function seenIn({ problem }: Located<StsPolicyProblem>): Seen {
  return { seen: problem.seen ?? '', expected: problem.expected ?? null }
}
