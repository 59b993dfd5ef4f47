import type { Told } from './check-state.ts'

/** The address of each finding in its page: its id, and a number behind it from the second of the same id on. */
export function findingKeys(findings: readonly Told[]): ReadonlyMap<Told, string> {
  const seen = new Map<string, number>()
  return new Map(
    findings.map((finding) => {
      const count = (seen.get(finding.id) ?? 0) + 1
      seen.set(finding.id, count)
      return [finding, count === 1 ? finding.id : `${finding.id}-${count}`]
    }),
  )
}
