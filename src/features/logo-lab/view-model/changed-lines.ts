/** Which lines of a text are not in the text before: those are marked as changed. */

/** Above this many comparisons only what the two have in common at both ends counts as the same. */
const MOST = 4_000_000

/** @returns numbers of lines of `after`, from 1. */
export function changedLines(before: string, after: string): number[] {
  const a = before.split('\n')
  const b = after.split('\n')
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail))
    tail += 1
  const kept = common(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const changed: number[] = []
  for (let line = head; line < b.length - tail; line++)
    if (!kept.has(line - head)) changed.push(line + 1)
  return changed
}

/** Places in `b` of a longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): Set<number> {
  const kept = new Set<number>()
  if (a.length * b.length > MOST) return kept
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (a[i] === b[j]) {
      kept.add(j)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  return kept
}
