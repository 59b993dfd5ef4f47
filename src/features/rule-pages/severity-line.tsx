import { Prose } from '../../ui/prose.tsx'
import { Status } from '../../ui/status.tsx'
import type { Entry } from './entry.ts'
import { SEVERITY_WORDS } from './words.ts'

/** The severity of the example; where it depends on what was seen, that is said. */
export function SeverityLine({ entry: { words, conditional } }: { entry: Entry }) {
  return (
    <>
      <Status kind={words.severity} />: {SEVERITY_WORDS[words.severity]}.
      {conditional && (
        <span className="block text-ink-2">
          <Prose text="That is the severity of the example below. What else the domain publishes can raise or lower it." />
        </span>
      )}
    </>
  )
}
