/** What is marked in the text: the spots of findings, and lines that are not as they were dropped. */
import { RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { Severity } from '../../../checks/finding.ts'
import { changedLines } from '../view-model/changed-lines.ts'

export interface Mark {
  start: number
  end: number
  tone: Severity
}

export const setMarks = StateEffect.define<readonly Mark[]>()

const RANK: Record<Severity, number> = { error: 0, warning: 1, notice: 2 }

/** Marks move with the text until the next judgement replaces them. */
export const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const moved = marks.map(transaction.changes)
    const given = transaction.effects.find((effect) => effect.is(setMarks))
    return given?.is(setMarks) === true ? decorated(transaction.newDoc, given.value) : moved
  },
  provide: (field) => EditorView.decorations.from(field),
})

function decorated(document: Text, marks: readonly Mark[]): DecorationSet {
  const inside = marks
    .map(({ start, end, tone }) => ({ start, end: Math.min(end, document.length), tone }))
    .filter(({ start, end }) => start < end)
  // Where two begin alike, the worse one lies outside and is seen.
  const sorted = inside.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || RANK[a.tone] - RANK[b.tone],
  )
  return Decoration.set(
    sorted.map(({ start, end, tone }) =>
      Decoration.mark({ class: `spot spot-${tone}` }).range(start, end),
    ),
    true,
  )
}

const FIXED = Decoration.line({ class: 'fixed', attributes: { title: 'Not as it was dropped' } })

/** Lines that differ from the original. */
export function fixedLines(original: string) {
  return StateField.define<DecorationSet>({
    create: ({ doc }) => linesOf(original, doc),
    update: (lines, transaction) =>
      transaction.docChanged ? linesOf(original, transaction.newDoc) : lines,
    provide: (field) => EditorView.decorations.from(field),
  })
}

function linesOf(original: string, document: Text): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const text = document.toString()
  if (text !== original)
    for (const line of changedLines(original, text)) {
      if (line > document.lines) break
      const { from } = document.line(line)
      builder.add(from, from, FIXED)
    }
  return builder.finish()
}
