import { FINDING_IDS } from '../../checks/catalogue.ts'

/** Ids that are close to one that does not exist: of the same part of the catalogue, or nearly the same letters. */
export function idsNear(id: string): string[] {
  const wanted = id.toLowerCase()
  const parts = (text: string) => text.split(/[.-]/)
  const score = (candidate: string) => {
    const own = new Set(parts(candidate))
    return (
      parts(wanted).filter((part) => own.has(part)).length * 2 - distance(wanted, candidate) / 8
    )
  }
  return FINDING_IDS.map((candidate) => ({ candidate, score: score(candidate) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 6)
    .map(({ candidate }) => candidate)
}

/** Edits from one text to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (const [i, left] of [...a].entries()) {
    let diagonal = i
    const next = [i + 1]
    for (const [j, right] of [...b].entries()) {
      const above = row[j + 1] ?? 0
      next.push(Math.min((next[j] ?? 0) + 1, above + 1, diagonal + (left === right ? 0 : 1)))
      diagonal = above
    }
    row = next
  }
  return row[b.length] ?? 0
}
