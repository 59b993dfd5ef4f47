import type { CorrectedText } from '../../../checks/corrections/corrected-text.ts'
import { placeOf } from '../../../protocols/text/place.ts'
import type { TextMark } from '../../../ui/raw-lines.ts'

/** A corrected text as it is shown: new stretches marked, and beside each line what stood there before. */
export interface ChangedText {
  marks: TextMark[]
  /** Line from 1 → "was enforce", "new". */
  asides: ReadonlyMap<number, string>
}

export function changedText({ text, changes, kind }: CorrectedText): ChangedText {
  const marks = changes.map(({ start, end }) => ({ start, end, tone: 'changed' as const }))
  const asides = new Map<number, string>()
  // A record is one line, where the marks say it all.
  if (kind === 'txt') return { marks, asides }
  for (const change of changes) {
    const { line } = placeOf(text, change)
    const words = change.was === null ? 'new' : `was ${change.was.trim()}`
    const before = asides.get(line)
    asides.set(line, before === undefined ? words : `${before}, ${words}`)
  }
  return { marks, asides }
}
