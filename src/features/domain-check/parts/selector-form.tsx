import { useId } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '../../../ui/button.tsx'
import { INPUT } from '../../../ui/input-class.ts'
import { checkAddress, type CheckParams } from '../view-model/check-params.ts'

/** Selectors cannot be listed from outside: whoever knows another one types it. */
export function SelectorForm({ params, selector }: { params: CheckParams; selector: string }) {
  const id = useId()
  const navigate = useNavigate()
  const ask = (form: FormData) => {
    const text = String(form.get('selector') ?? '').trim()
    const chosen = text === '' || text.toLowerCase() === 'default' ? null : text
    void navigate(checkAddress({ ...params, selector: chosen }))
  }
  return (
    <form action={ask} className="mt-3 print:hidden">
      <label htmlFor={id} className="mb-1 block text-small font-semibold">
        Selector
      </label>
      <div className="flex max-w-64">
        <input
          key={selector}
          id={id}
          name="selector"
          type="text"
          defaultValue={selector}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${id}-help`}
          className={`${INPUT} min-h-8 rounded-e-none border-r-0 py-1 text-small`}
        />
        <Button type="submit" look="small" className="rounded-s-none">
          Ask
        </Button>
      </div>
      <p id={`${id}-help`} className="mt-1 text-small text-ink-2">
        Other selectors cannot be found from outside. One that is named never falls back to{' '}
        <code>default</code>.
      </p>
    </form>
  )
}
