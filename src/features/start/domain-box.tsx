import { useId, type ReactNode } from 'react'
import type { InputResult } from '../../protocols/dns/domain-input.ts'
import { Button } from '../../ui/button.tsx'
import { INPUT } from '../../ui/input-class.ts'
import { Prose } from '../../ui/prose.tsx'
import { Status } from '../../ui/status.tsx'
import { becomes, type RefusalWords } from './typed-domain.ts'
import { useTypedDomain } from './use-typed-domain.ts'

export interface DomainBoxProps {
  /** Called with what was typed, once it is known to hold a domain. */
  onCheck: (typed: string) => void
  /** Called when the visitor begins to type. */
  onTyping: () => void
  /** Where the name goes. Receives the domain as soon as there is one. */
  renderGoes: (domain: string | null) => ReactNode
  loadRefusalWords: () => Promise<RefusalWords>
}

/** The one box: a domain, an address or a URL; below it what that becomes, or why it becomes nothing. */
export function DomainBox({ onCheck, onTyping, renderGoes, loadRefusalWords }: DomainBoxProps) {
  const id = useId()
  const { input, typed, result, refused, type, prepare, submit } = useTypedDomain(
    onCheck,
    loadRefusalWords,
  )
  const begin = () => {
    onTyping()
    prepare()
  }
  return (
    <search className="mt-9 block text-left">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <label htmlFor={id} className="mb-2 block font-semibold">
          Domain, e-mail address or URL
        </label>
        <div className="flex max-sm:grid">
          <input
            ref={input}
            id={id}
            {...PLAIN}
            value={typed}
            onFocus={begin}
            onChange={({ currentTarget }) => {
              type(currentTarget.value)
              begin()
            }}
            aria-invalid={refused !== null || undefined}
            aria-describedby={`${id}-help`}
          />
          <Button type="submit" look="main" className={SUBMIT}>
            Check
          </Button>
        </div>
        <div id={`${id}-help`} className="mt-2 text-side text-ink-2 *:max-w-none">
          <Refused words={refused} />
          <p>
            <Becomes result={typed.trim() === '' ? null : result} />
            {renderGoes(result?.ok === true ? result.input.domain : null)}
          </p>
        </div>
      </form>
    </search>
  )
}

function Refused({ words }: { words: { title: string; advice: string } | null }) {
  return (
    <p role="alert" className="text-ink empty:hidden">
      {words !== null && (
        <>
          <Status kind="error" /> <Prose text={words.title} />. <Prose text={words.advice} />
        </>
      )}
    </p>
  )
}

function Becomes({ result }: { result: InputResult | null }) {
  const words = result === null ? null : becomes(result)
  if (words === null) return null
  return (
    <span className="text-ink">
      <Prose text={words} />{' '}
    </span>
  )
}

const SUBMIT = 'min-h-14 px-6 text-lead! max-sm:rounded-t-none sm:rounded-s-none'

/** A line for names: nothing completes, capitalises or corrects it. */
const PLAIN = {
  name: 'domain',
  type: 'text',
  placeholder: 'example.com',
  autoComplete: 'off',
  autoCapitalize: 'none',
  spellCheck: false,
  className: `${INPUT} min-h-14 border-ink text-[clamp(1.0625rem,0.9rem+0.7vw,1.375rem)]! max-sm:rounded-b-none max-sm:border-b-0 sm:rounded-e-none sm:border-r-0`,
} as const
