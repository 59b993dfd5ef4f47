import type { Fault } from '../../../publish/make/fault.ts'

/** What is wrong with a field, or with one of its items; null when nothing is. */
export function faultOf<Field extends string>(
  faults: readonly Fault<Field>[],
  field: Field,
  index: number | null = null,
): string | null {
  return faults.find((fault) => fault.field === field && fault.index === index)?.text ?? null
}
