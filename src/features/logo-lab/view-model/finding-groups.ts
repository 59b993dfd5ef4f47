import type { Told } from './judged-logo.ts'

/** Findings that say the same, in one row with all their places. */
export interface FindingGroup {
  key: string
  first: Told
  all: Told[]
}

/** Worst first, as they come. */
export function groupFindings(findings: readonly Told[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const finding of findings) {
    const key = `${finding.id} ${finding.words.title}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { key, first: finding, all: [finding] })
    else known.all.push(finding)
  }
  return [...groups.values()]
}
