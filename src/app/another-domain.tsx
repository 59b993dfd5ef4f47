import { useRef, type SubmitEvent } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '../ui/button.tsx'
import { INPUT } from '../ui/input-class.ts'
import { prefetchCheck } from './loaders.ts'

/** The small box in the letterhead. What was typed goes to the check as it is; the page there reads it. */
export function AnotherDomain() {
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const check = (event: SubmitEvent) => {
    event.preventDefault()
    const box = input.current
    const typed = box?.value.trim() ?? ''
    if (box === null || typed === '') return box?.focus()
    box.value = ''
    box.blur()
    void navigate(`/check?${new URLSearchParams({ domain: typed })}`)
  }
  return (
    <search className="ml-auto pb-2 max-lg:hidden print:hidden">
      <form onSubmit={check} className="flex">
        <label htmlFor="another-domain" className="sr-only">
          Check another domain
        </label>
        <input
          ref={input}
          id="another-domain"
          name="domain"
          type="text"
          placeholder="another domain"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onInput={prefetchCheck}
          className={`${INPUT} min-h-9 w-52 rounded-e-none border-r-0 text-[0.875rem]!`}
        />
        <Button type="submit" look="small" className="rounded-s-none">
          Check
        </Button>
      </form>
    </search>
  )
}
