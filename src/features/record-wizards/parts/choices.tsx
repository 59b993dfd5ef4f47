import { useId, type ReactNode } from 'react'
import { Choice } from '../../../ui/field.tsx'

export interface Option {
  value: string
  /** In words, a sentence. */
  words: ReactNode
  /** As the record or file has it. */
  code?: string
  help?: ReactNode
}

export interface ChoicesProps {
  legend: ReactNode
  options: readonly Option[]
  value: string
  onChange: (value: string) => void
  /** Stands below: what happens when it is wrong. */
  children?: ReactNode
}

/** One of several, each with its words, its code and what it leads to. */
export function Choices({ legend, options, value, onChange, children }: ChoicesProps) {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-side font-semibold">{legend}</legend>
      {options.map((option) => (
        <Choice
          key={option.value}
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
          label={
            <>
              <b>{option.words}</b> {option.code !== undefined && <code>{option.code}</code>}
            </>
          }
          help={option.help}
        />
      ))}
      {children !== undefined && <div className="mt-2 text-side text-ink-2">{children}</div>}
    </fieldset>
  )
}
