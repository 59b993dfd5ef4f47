import { Field } from '../../../ui/field.tsx'
import { isPlain, type Filled } from '../view-model/fill-in.ts'

export interface FillInFieldsProps {
  words: readonly string[]
  filled: Filled
  onFill: (word: string, value: string) => void
}

/** Asks for what only the visitor knows; what is typed stands in the text at once. */
export function FillInFields({ words, filled, onFill }: FillInFieldsProps) {
  if (words.length === 0) return null
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-side">
        Yours to fill in, <mark data-tone="notice">marked</mark> until it is:
      </legend>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {words.map((word) => {
          const typed = filled(word)
          const wrong = typed.trim() !== '' && !isPlain(typed.trim())
          return (
            <Field
              key={word}
              label={
                <span className="font-normal">
                  In place of <code className="wrap-anywhere">{word}</code>
                </span>
              }
              value={typed}
              onChange={({ currentTarget }) => onFill(word, currentTarget.value)}
              error={wrong && 'This takes letters, digits and . / : @ + = ~ _ - only.'}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
