import { useId, type ComponentProps, type ReactNode } from 'react'
import { INPUT } from './input-class.ts'
import { Status } from './status.tsx'

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: ReactNode
  /** Stands below. */
  help?: ReactNode
  /** What was expected, in words. */
  error?: ReactNode
  /** A button joined to the right end. */
  action?: ReactNode
}

/** A labelled line of text to type. Machine text is typed in mono. */
export function Field({ label, help, error, action, className = '', ...input }: FieldProps) {
  const id = useId()
  const wrong = error !== undefined && error !== null && error !== false
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-side font-semibold">
        {label}
      </label>
      <div className="flex">
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-help`}
          className={`${INPUT} min-h-11 ${action ? 'rounded-e-none border-r-0' : ''} ${className}`}
          {...input}
        />
        {action}
      </div>
      <div id={`${id}-help`} className="mt-1 text-small text-ink-2">
        {wrong && (
          <p>
            <Status kind="error" /> {error}
          </p>
        )}
        {help}
      </div>
    </div>
  )
}

export interface AreaProps extends Omit<ComponentProps<'textarea'>, 'id'> {
  label: ReactNode
  help?: ReactNode
}

/** A text of several lines, pasted or typed. */
export function Area({ label, help, className = '', ...area }: AreaProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-side font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        rows={6}
        spellCheck={false}
        aria-describedby={`${id}-help`}
        className={`${INPUT} resize-y py-2 ${className}`}
        {...area}
      />
      <div id={`${id}-help`} className="mt-1 text-small text-ink-2">
        {help}
      </div>
    </div>
  )
}

export interface ChoiceProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: ReactNode
  help?: ReactNode
}

/** One radio button or check box: the whole row is the target. */
export function Choice({ label, help, type = 'radio', ...input }: ChoiceProps) {
  return (
    <label className="grid cursor-pointer grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 border-t border-rule py-2 last:border-b">
      <input type={type} className="mt-[0.2rem] size-5 accent-ink" {...input} />
      <span>
        {label}
        {help !== undefined && <span className="block text-side text-ink-2">{help}</span>}
      </span>
    </label>
  )
}
