import type { EditorView } from '@codemirror/view'
import type { Severity } from '../../../checks/finding.ts'
import { placeOf } from '../../../protocols/text/place.ts'
import type { Told } from '../view-model/judged-logo.ts'

/** A finding beside its line. */
export interface Note {
  key: string
  line: number
  start: number
  end: number
  severity: Severity
  title: string
}

/** So many are set beside their lines; the list of findings has all of them. */
export const MOST_NOTES = 60

/** In the order of the text. */
export function notesOf(text: string, findings: readonly Told[]): Note[] {
  return findings
    .flatMap(({ id, spot, words }) => {
      if (spot === undefined) return []
      const { start, end } = spot
      const { line } = placeOf(text, spot)
      const key = `${id} ${start}`
      return [{ key, line, start, end, severity: words.severity, title: words.title }]
    })
    .toSorted((a, b) => a.start - b.start)
    .slice(0, MOST_NOTES)
}

/** Start of a note → distance of its line from the top of the text, in pixels. */
export function topsOf(view: EditorView, notes: readonly Note[]): Map<number, number> {
  const { length } = view.state.doc
  const top = view.documentPadding.top
  return new Map(
    notes.map(({ start }) => [start, top + view.lineBlockAt(Math.min(start, length)).top]),
  )
}

export function sameTops(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  return a.size === b.size && [...a].every(([start, top]) => b.get(start) === top)
}
