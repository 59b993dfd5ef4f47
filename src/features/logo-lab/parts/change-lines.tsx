import { Prose } from '../../../ui/prose.tsx'
import { tallyOf } from '../../../ui/count.ts'
import type { Change } from '../../../svg/fixes/fix.ts'

/** Seen at once; the rest on request. */
const FIRST = 3

/** What a repair did: the words, what is gone struck out, what came marked. */
export function ChangeLines({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null
  const first = changes.slice(0, FIRST)
  const rest = changes.slice(FIRST)
  return (
    <>
      <Lines changes={first} />
      {rest.length > 0 && (
        <details>
          <summary className="inline-block min-h-6 link-line">
            {tallyOf(rest.length, 'more change')}
          </summary>
          <Lines changes={rest.slice(0, 200)} />
        </details>
      )}
    </>
  )
}

function Lines({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="space-y-1">
      {changes.map((change, place) => (
        <li key={place}>
          <Prose text={change.what} />
          {(change.before !== undefined || change.after !== undefined) && (
            <span className="block">
              {change.before !== undefined && (
                <code className="mr-2">
                  <del className="text-ink-2">{short(change.before)}</del>
                </code>
              )}
              {change.after !== undefined && (
                <code>
                  <ins>{short(change.after)}</ins>
                </code>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function short(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text
}
