import { useState } from 'react'
import { readDomainInput } from '../../../protocols/dns/domain-input.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Prose } from '../../../ui/prose.tsx'
import type { RefusalWords } from '../refusal-words.ts'

export interface DomainFormProps {
  /** What stands in it at first. */
  typed: string
  refusalWords: RefusalWords
  onDomain: (typed: string) => void
}

/** The domain, read as the check reads it: an address or a URL will do. */
export function DomainForm({ typed: before, refusalWords, onDomain }: DomainFormProps) {
  const [typed, setTyped] = useState(before)
  // An unfinished name is no mistake: a refusal is told after the first attempt.
  const [attempted, setAttempted] = useState(before !== '')
  const result = readDomainInput(typed)
  const refused = attempted && !result.ok ? refusalWords(result) : null
  const go = () => {
    setAttempted(true)
    if (result.ok) onDomain(typed.trim())
  }
  return (
    <form action={go} noValidate className="max-w-box">
      <Field
        label="Domain, e-mail address or web address"
        name="domain"
        placeholder="example.com"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        error={refused !== null && <Prose text={`${refused.title}. ${refused.advice}`} />}
        help={
          result.ok &&
          result.input.domain !== typed.trim() && <Becomes domain={result.input.domain} />
        }
        action={
          <Button type="submit" look="main" className="rounded-s-none">
            Begin
          </Button>
        }
      />
    </form>
  )
}

function Becomes({ domain }: { domain: string }) {
  return (
    <p>
      For <code>{domain}</code>
    </p>
  )
}
