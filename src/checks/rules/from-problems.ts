import type { TextFact } from '../../facts/raw-text.ts'
import type { Parsed, Problem } from '../../protocols/text/problem.ts'
import type { At } from '../rule.ts'

/** One problem of one text, with the place that a finding about it has. */
export interface Located<Code extends string> {
  problem: Problem<Code>
  entry: Parsed<unknown, Code>
  at: At
}

/** The problems with these codes, in the order of the texts. */
export function located<Code extends string, Wanted extends Code>(
  entries: readonly Parsed<unknown, Code>[],
  codes: readonly Wanted[],
  where: { fact: TextFact; about: string },
): (Located<Code> & { code: Wanted })[] {
  return entries.flatMap((entry, index) =>
    entry.problems.flatMap((problem) => {
      const code = codes.find((wanted) => wanted === problem.code)
      if (code === undefined) return []
      const spot = { fact: where.fact, index, ...problem.span }
      return [{ problem, entry, code, at: { about: where.about, spot } }]
    }),
  )
}
