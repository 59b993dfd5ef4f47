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
      text={inLines(jsonOf(entry))}
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

/** A key a line, however deep its value: as short as it can be read. */
function inLines(object: object): string {
  const lines = Object.entries(object).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${spaced(value)}`,
  )
  return `{\n${lines.join(',\n')}\n}`
}

function spaced(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ')
}
