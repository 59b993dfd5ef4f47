import { useState } from 'react'
import { useLocation, useNavigate, useNavigationType, useSearchParams } from 'react-router'
import type { FormState } from '../../publish/make/form-state/parameters.ts'
import type { Stage } from './wizard.ts'

/** A form as it is typed, and its place in the history. */
export interface FormInAddress<Form> {
  form: Form
  /** What is typed: the address follows, in the same entry of the history. */
  edit: (change: Partial<Form>) => void
  /** A step: a new entry, so that going back leads to where one was. */
  go: (stage: Stage, change?: Partial<Form>) => void
}

/** What is being typed comes first, the address follows; links and the way back fill the form. */
export function useForm<Form extends { stage: Stage }>({
  read,
  write,
}: FormState<Form>): FormInAddress<Form> {
  const [query] = useSearchParams()
  const { key } = useLocation()
  const kind = useNavigationType()
  const navigate = useNavigate()
  const [form, setForm] = useState(() => read(query))
  const [entry, setEntry] = useState(key)
  if (entry !== key) {
    setEntry(key)
    // A link or the way back, not our own following.
    if (kind !== 'REPLACE') setForm(read(query))
  }
  return {
    form,
    edit: (changes) => {
      const next = { ...form, ...changes }
      setForm(next)
      void navigate({ search: write(next).toString() }, { replace: true })
    },
    go: (stage, changes) => {
      const next = { ...form, ...changes, stage }
      void navigate({ search: write(next).toString(), hash: stage })
    },
  }
}
