import type { RawFacts } from '../facts/fact-set.ts'
import type { FactPlan } from '../gather/plan.ts'

type RawName = keyof RawFacts

/** These facts and everything that waits for one of them, however far behind. */
export function withDependents(
  plans: readonly FactPlan[],
  names: readonly RawName[],
): ReadonlySet<RawName> {
  const affected = new Set(names)
  let size = -1
  while (size !== affected.size) {
    size = affected.size
    for (const { name, after } of plans)
      if (after.some((earlier) => affected.has(earlier))) affected.add(name)
  }
  return affected
}
