import { useId, type ReactNode } from 'react'

export interface SegmentsProps<Value extends string> {
  /** What is chosen. */
  legend: string
  options: readonly (readonly [value: Value, words: ReactNode])[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few, all of them seen: a group of radio buttons in a row. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { legend, options, value, onChange } = props
  const name = useId()
  return (
    <fieldset className="min-w-0 text-side">
      <legend className="mb-1 text-small text-ink-2 italic">{legend}</legend>
      <div className="flex flex-wrap">
        {options.map(([one, words]) => (
          <label
            key={one}
            className="-ml-px min-h-8 cursor-pointer border border-edge px-3 py-1 first:ml-0 first:rounded-s-corner last:rounded-e-corner hover:border-ink has-checked:relative has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:z-1 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink forced-colors:has-checked:outline-2"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={one === value}
              onChange={() => onChange(one)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
