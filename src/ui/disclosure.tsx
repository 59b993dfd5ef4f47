import type { ReactNode, ToggleEvent } from 'react'

export interface DisclosureProps {
  /** The badge in the first column. */
  status: ReactNode
  /** A complete statement. */
  title: ReactNode
  children: ReactNode
  open?: boolean
  id?: string
  onToggle?: (open: boolean) => void
}

/** A row that opens: badge, statement, and below it what stands behind it. The list around it is `Disclosures`. */
export function Disclosure({ status, title, children, open, id, onToggle }: DisclosureProps) {
  const toggled = (event: ToggleEvent<HTMLDetailsElement>) => onToggle?.(event.currentTarget.open)
  return (
    <details id={id} open={open} onToggle={toggled} className="disclosure border-b border-rule">
      <summary className="group grid grid-cols-[minmax(0,1fr)_1.25rem] gap-x-4 py-3 md:grid-cols-[var(--label)_minmax(0,1fr)_1.25rem] md:items-baseline">
        <span className="text-side leading-[1.7]">{status}</span>
        <h4 className="col-start-1 decoration-1 underline-offset-[0.18em] group-hover:underline md:col-start-2">
          {title}
        </h4>
      </summary>
      {children}
    </details>
  )
}

export function Disclosures({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <div
      role={label === undefined ? undefined : 'group'}
      aria-label={label}
      className="disclosures border-t border-ink"
    >
      {children}
    </div>
  )
}
