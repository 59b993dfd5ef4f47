import { useRef, useState } from 'react'
import { loadReader, type ReadTyped, type RefusalWords } from './typed-domain.ts'

/** What stands in the box, and what it is read as. */
export function useTypedDomain(
  onCheck: (typed: string) => void,
  loadWords: () => Promise<RefusalWords>,
) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [read, setRead] = useState<ReadTyped | null>(null)
  // An unfinished name is no mistake: refusals are told after the first attempt to check.
  const [attempted, setAttempted] = useState(false)

  const prepare = async () => {
    const reader = read ?? (await loadReader(loadWords).catch(() => null))
    if (reader !== null && reader !== read) setRead(() => reader)
    return reader
  }
  const submit = async () => {
    setAttempted(true)
    const reader = await prepare()
    // Without the reader's code (offline) the check page says what is wrong.
    if (reader === null || reader(typed).result.ok) return onCheck(typed.trim())
    input.current?.focus()
  }
  const reading = read === null ? null : read(typed)
  return {
    input,
    typed,
    result: reading?.result ?? null,
    refused: attempted ? (reading?.refused ?? null) : null,
    type: setTyped,
    prepare: () => void prepare(),
    submit,
  }
}
