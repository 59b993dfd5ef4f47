import type { Change } from './corrected-text.ts'

/** Beyond so many comparisons the texts are too long for marks to help. */
const LIMIT = 1_000_000
const LONGEST = 2000

export interface Difference {
  changes: Change[]
  removed: string[]
}

/** What is new in a record of one line, word by word; a word in another case is marked letter by letter. */
export function recordDifference(old: string, text: string): Difference {
  if (old.length > LONGEST) return { changes: replaced(0, text, ''), removed: [] }
  const before = words(old)
  const after = words(text)
  const changes: Change[] = []
  let at = 0
  for (const { kept, added, dropped } of aligned(before, after)) {
    if (kept !== null) {
      at += kept.length
      continue
    }
    const now = added.join('')
    // A final semicolon that went has no place in "was …".
    const was = /[;\s]$/.test(now) ? dropped.join('') : dropped.join('').replace(/[;\s]+$/, '')
    changes.push(...replaced(at, now, was))
    at += now.length
  }
  return { changes, removed: [] }
}

/** The same for tag lists: fields whose tag has no place in the new text are told as a whole. */
export function tagDifference(old: string, text: string): Difference {
  const tagOf = (field: string): string => field.split(/[=:]/, 1)[0]?.trim().toLowerCase() ?? ''
  const fields = (list: string) => list.split(';').map((field) => field.trim())
  const kept = new Set(fields(text).map(tagOf))
  const removed = fields(old).filter((field) => field !== '' && !kept.has(tagOf(field)))
  return { ...recordDifference(old, text), removed }
}

/** What is new in a file, line by line; a changed value of a field is marked alone. */
export function fileDifference(old: string, text: string): Difference {
  const before = linesOf(old)
  const after = linesOf(text)
  const kept = new Set(aligned(before, after).flatMap(({ kept: line }) => line ?? []))
  const gone = before.filter((line) => !kept.has(line))
  const changes: Change[] = []
  let at = 0
  for (const line of after) {
    if (!kept.has(line)) changes.push(lineChange(at, line, gone))
    at += line.length + '\r\n'.length
  }
  return { changes, removed: gone }
}

/** Fields that stand once: another value of one replaces the old line. Takes that line out of `gone`. */
function lineChange(at: number, line: string, gone: string[]): Change {
  const key = keyOf(line)
  const index = key === 'mx' ? -1 : gone.findIndex((other) => keyOf(other) === key)
  const whole = { start: at, end: at + line.length, was: null }
  if (index < 0) return whole
  const [other = ''] = gone.splice(index, 1)
  const value = valueOf(line)
  const was = valueOf(other)
  if (value === was) return { ...whole, was: other }
  return { start: at + line.length - value.length, end: at + line.length, was }
}

const keyOf = (line: string): string =>
  line
    .slice(0, line.indexOf(':') + 1 || undefined)
    .toLowerCase()
    .replace(/[\s:_-]/g, '')
const valueOf = (line: string): string => line.slice(line.indexOf(':') + 1).trim()

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function words(text: string): string[] {
  return text.match(/[A-Za-z0-9]+|[^A-Za-z0-9]/gu) ?? []
}

function replaced(start: number, now: string, was: string): Change[] {
  if (now === '') return []
  if (now.toLowerCase() !== was.toLowerCase())
    return [{ start, end: start + now.length, was: was === '' ? null : was }]
  return Array.from(now).flatMap((letter, index) => {
    const old = was.charAt(index)
    return old === letter ? [] : [{ start: start + index, end: start + index + 1, was: old }]
  })
}

interface Run<T> {
  kept: T | null
  added: T[]
  dropped: T[]
}

/** A longest common subsequence, as what was kept and what changed between. */
function aligned(before: readonly string[], after: readonly string[]): Run<string>[] {
  if (before.length * after.length > LIMIT) return [{ kept: null, added: [...after], dropped: [] }]
  const common = commonLengths(before, after)
  const runs: Run<string>[] = []
  const change = (): Run<string> => {
    const last = runs.at(-1)
    if (last !== undefined && last.kept === null) return last
    const next = { kept: null, added: [], dropped: [] }
    runs.push(next)
    return next
  }
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const old = before[i]
    const now = after[j]
    if (old !== undefined && old === now) {
      runs.push({ kept: old, added: [], dropped: [] })
      i++
      j++
    } else if (
      now === undefined ||
      (old !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))
    ) {
      change().dropped.push(old ?? '')
      i++
    } else {
      change().added.push(now)
      j++
    }
  }
  return runs
}

const at = (table: number[][], i: number, j: number): number => table[i]?.[j] ?? 0

/** Length of the longest common subsequence of what begins at i and at j. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  )
  for (let i = before.length - 1; i >= 0; i--) {
    const row = table[i] ?? []
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] =
        before[i] === after[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  }
  return table
}
