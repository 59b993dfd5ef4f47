import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'
import { piecesOf, rawLines, type Segment, type TextMark } from './raw-lines.ts'

export interface RawTextProps {
  /** The name it came from: an owner name, an address, "Corrected". */
  name: ReactNode
  text: string
  marks?: readonly TextMark[]
  /** Line number from 1 → what stands beside that line; never copied. */
  asides?: ReadonlyMap<number, ReactNode>
  /** The spot in words: "Column 6: `V`. Expected: `v`." */
  seen?: ReactNode
  /** Source and time. */
  source?: ReactNode
  /** What the copy button copies, after the verb; without it there is no button. */
  copy?: string
  /** The one copy button of the page's main action. */
  main?: boolean
  numbered?: boolean
}

/** A text exactly as it was seen, or ready to paste: never cut off, its lines hanging where they wrap. */
export function RawText(props: RawTextProps) {
  const { name, text, seen, source, copy, main = false } = props
  return (
    <figure className="raw-text max-w-full rounded-corner border border-transparent bg-inset">
      <figcaption className="flex items-center justify-between gap-x-4 gap-y-2 px-3 pt-2 text-small text-ink-2 md:pl-4 [&_code]:text-[1em] [&_code]:text-ink">
        <span className="min-w-0 wrap-anywhere">{name}</span>
        {copy !== undefined && (
          <span className="flex-none">
            <CopyButton what={copy} text={text} look={main ? 'small-main' : 'small'} />
          </span>
        )}
      </figcaption>
      <RawLines {...props} />
      {seen !== undefined && <p className="max-w-none px-3 pb-3 text-side md:px-4">{seen}</p>}
      {source !== undefined && (
        <p className="max-w-none px-3 pb-3 text-small text-ink-2 md:px-4">{source}</p>
      )}
    </figure>
  )
}

function RawLines({ text, marks, asides, numbered }: RawTextProps) {
  return (
    <ol
      className="raw-lines px-3 pt-2 pb-3 md:px-4"
      data-numbered={numbered || undefined}
      dir="ltr"
    >
      {rawLines(text, marks).map((line, place) => (
        <li key={place}>
          <code>
            {line.map((segment, cut) => (
              <Marked key={cut} segment={segment} />
            ))}
          </code>
          {asides?.has(place + 1) === true && (
            <span className="ml-3 font-serif text-small whitespace-normal text-ink-2 select-none md:ml-[1.5em]">
              {asides.get(place + 1)}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

function Marked({ segment: { text, tone } }: { segment: Segment }) {
  const inside = <Pieces text={text} />
  if (tone === null) return inside
  return tone === 'changed' ? <ins>{inside}</ins> : <mark data-tone={tone}>{inside}</mark>
}

function Pieces({ text }: { text: string }) {
  return piecesOf(text).map((piece, place) =>
    piece.unseen === null ? (
      piece.text
    ) : (
      <span
        key={place}
        className="mx-px rounded-corner border border-edge px-1 text-[0.75em] text-ink-2 select-none"
      >
        {piece.unseen}
      </span>
    ),
  )
}
