import { useId, type ReactNode } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'

/** Moves the focus to an item, once it is there. */
export function focusItem(id: string, place: number): void {
  setTimeout(() => document.getElementById(id)?.querySelectorAll('input')[place]?.focus())
}

export interface ListFieldProps {
  /** Others may move the focus here: see `focusItem`. */
  id?: string
  legend: ReactNode
  help: ReactNode
  /** What one item is, for its label: "Line", "Target". */
  item: string
  /** What the button adds, after the verb: "a line". */
  adds: string
  values: readonly string[]
  onChange: (values: string[]) => void
  /** What is wrong, or worth knowing, by place. */
  renderError?: (place: number) => ReactNode
  renderNote?: (place: number) => ReactNode
  placeholder?: string
}

/** Several lines to type, each of which can go. */
export function ListField(props: ListFieldProps) {
  const { legend, help, item, adds, values, onChange, renderError, renderNote, placeholder } = props
  const own = useId()
  const id = props.id ?? own
  const focusLater = (place: number) => focusItem(id, place)
  return (
    <fieldset id={id} aria-describedby={`${id}-help`} className="max-w-measure min-w-0 space-y-3">
      <legend className="mb-1 text-side font-semibold">{legend}</legend>
      <div id={`${id}-help`} className="text-side text-ink-2">
        {help}
      </div>
      {values.map((value, place) => (
        <Field
          // The place is what an item is: typing in one must not move the cursor to another.
          key={place}
          label={`${item} ${place + 1}`}
          placeholder={placeholder}
          value={value}
          onChange={({ currentTarget }) => onChange(values.with(place, currentTarget.value))}
          error={renderError?.(place)}
          help={renderNote?.(place)}
          action={
            <Button
              className="flex-none rounded-s-none text-small!"
              aria-label={`Remove ${item.toLowerCase()} ${place + 1}`}
              onClick={() => {
                onChange(values.toSpliced(place, 1))
                focusLater(Math.max(0, place - 1))
              }}
            >
              Remove
            </Button>
          }
        />
      ))}
      <Button
        look="small"
        onClick={() => {
          onChange([...values, ''])
          focusLater(values.length)
        }}
      >
        Add {adds}
      </Button>
    </fieldset>
  )
}
