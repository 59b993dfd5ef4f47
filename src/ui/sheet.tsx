import { useId, type ReactNode } from 'react'

const ROW = 'pt-4 pb-14 lg:grid lg:grid-cols-sheet lg:gap-x-9 print:block print:py-3'
const MARGIN = 'lg:sticky lg:top-6 lg:self-start print:static print:mb-2'

export interface SheetProps {
  title: ReactNode
  /** The address of the section in its page. */
  id?: string
  /** What stands in the margin below the title: sources, notes, actions. */
  margin?: ReactNode
  children: ReactNode
  className?: string
}

/** A section of the sheet: one ink rule opens it, a margin names and sources, a body says. */
export function Sheet({ title, id, margin, children, className = '' }: SheetProps) {
  const heading = useId()
  return (
    <section
      id={id}
      aria-labelledby={heading}
      className={`border-t border-ink ${ROW} ${className}`}
    >
      <div className={`mb-4 lg:mb-0 ${MARGIN}`}>
        <h2 id={heading} tabIndex={id === undefined ? undefined : -1}>
          {title}
        </h2>
        {margin}
      </div>
      <div className="sheet-body min-w-0">{children}</div>
    </section>
  )
}

export interface TitleSheetProps {
  title: ReactNode
  /** The title is a name that a machine gave. */
  mono?: boolean
  margin?: ReactNode
  children?: ReactNode
}

/** The first section: the page's title comes first; on wide screens the margin steps in front of it. */
export function TitleSheet({ title, mono = false, margin, children }: TitleSheetProps) {
  const heading = useId()
  const voice = mono ? 'font-mono font-[500] tracking-[-0.035em] wrap-anywhere' : ''
  return (
    <section aria-labelledby={heading} className={ROW}>
      <div className="sheet-body min-w-0 lg:col-start-2">
        <h1 id={heading} tabIndex={-1} className={voice}>
          {title}
        </h1>
        {children}
      </div>
      <div className={`mt-6 lg:col-start-1 lg:row-start-1 lg:mt-0 lg:pt-2 ${MARGIN}`}>{margin}</div>
    </section>
  )
}

/** A note in the margin: where from, when, what leaves the browser. */
export function MarginNote({ children }: { children: ReactNode }) {
  return <p className="mt-3 text-small text-ink-2 [p+&]:mt-2">{children}</p>
}

/** What kind of page this is, above its margin notes. */
export function Kicker({ children }: { children: ReactNode }) {
  return <p className="text-side text-ink-2 italic">{children}</p>
}
