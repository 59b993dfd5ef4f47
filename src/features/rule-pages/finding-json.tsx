import { RawText } from '../../ui/raw-text.tsx'
import { rawTexts } from '../../facts/raw-text.ts'
import { placeOf } from '../../protocols/text/place.ts'
import type { Entry } from './entry.ts'

/** The finding of the example, in the form that `signet … --json` prints. */
export function FindingJson({ entry }: { entry: Entry }) {
  return (
    <RawText
      name={
        <>
          <code>signet check example.com --json</code>, one finding of it
        </>
      }
      text={JSON.stringify(jsonOf(entry), null, 2)}
      copy="JSON"
    />
  )
}

function jsonOf({ id, rule, finding, words }: Entry): object {
  const { about, spot } = finding
  const example = rule.examples[id]
  const raw =
    spot === undefined || example === undefined
      ? undefined
      : rawTexts(example.facts, spot.fact)[spot.index]
  const at = spot === undefined || raw === undefined ? {} : { at: placeOf(raw.text, spot) }
  const { severity, title, advice } = words
  return { id, severity, about, title, advice, ...at, spec: rule.spec }
}
