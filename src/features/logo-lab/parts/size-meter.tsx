import { useId } from 'react'
import type { Weight } from '../view-model/weights.ts'
import { percentWords, shareWords } from '../view-model/share-words.ts'
import { bytesWords } from '../view-model/verdicts.ts'
import { LOGO_LIMIT } from '../given-logo.ts'

/** How much of what a logo may weigh is used, and by what. */
export function SizeMeter({
  bytes,
  weights,
  what,
}: {
  bytes: number
  weights: readonly Weight[]
  what: string
}) {
  const label = useId()
  const percent = (bytes / LOGO_LIMIT) * 100
  const isOver = bytes > LOGO_LIMIT
  return (
    <div>
      <svg
        viewBox="0 0 1000 12"
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={label}
        className="block h-3 w-full"
      >
        <rect width="1000" height="12" className="fill-rule" />
        <rect
          width={Math.min(1000, Math.max(4, percent * 10))}
          height="12"
          className={isOver ? 'fill-error' : 'fill-ink'}
        />
      </svg>
      <p className="mt-1 flex max-w-none justify-between gap-x-4 text-small text-ink-2">
        <span id={label}>
          {what}: {bytesWords(bytes)}&nbsp;bytes, {shareWords(percent)} what a logo may weigh
        </span>
        <span aria-hidden="true">{bytesWords(LOGO_LIMIT)}</span>
      </p>
      {weights.length > 0 && (
        <details className="mt-2 text-side">
          <summary className="inline-block min-h-6 link-line">What weighs most</summary>
          <table className="mt-2 [&_td]:pr-6 [&_th]:pr-6 [&_th]:text-left [&_th]:font-normal">
            <caption className="sr-only">What the bytes are spent on</caption>
            <tbody>
              {weights.map((weight) => (
                <tr key={weight.name}>
                  <th scope="row">{weight.name}</th>
                  <td className="text-right tabular-nums">{bytesWords(weight.bytes)}&nbsp;bytes</td>
                  <td className="text-right tabular-nums">
                    {percentWords((weight.bytes / bytes) * 100)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  )
}
