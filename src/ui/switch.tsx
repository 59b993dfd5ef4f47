import type { ReactNode } from 'react'

export interface SwitchProps {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  /** What becomes of it, at the right end: "Lossless". */
  kind?: ReactNode
  disabled?: boolean
  children?: ReactNode
}

/** Something that is on or off, with its words and what is inside it. One row of a list. */
export function Switch({ label, checked, onChange, kind, disabled, children }: SwitchProps) {
  return (
    <div className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-b border-rule py-3 md:grid-cols-[3rem_minmax(0,1fr)_9rem]">
      <label className="contents">
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          disabled={disabled}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
          className="switch row-span-2 mt-[0.1rem]"
        />
        <span className="font-semibold">{label}</span>
      </label>
      {kind !== undefined && (
        <span className="text-side text-ink-2 italic max-md:col-start-2 md:row-span-2 md:row-start-1 md:col-start-3">
          {kind}
        </span>
      )}
      {children !== undefined && (
        <div className="col-start-2 min-w-0 space-y-2 text-side">{children}</div>
      )}
    </div>
  )
}
