import { Prose } from '../../../ui/prose.tsx'
import { Term, Terms } from '../../../ui/terms.tsx'

/** Labelled sentences in our small mark-up, a line each. */
export function TermList({ terms }: { terms: readonly { name: string; text: string }[] }) {
  if (terms.length === 0) return null
  return (
    <Terms ruled>
      {terms.map(({ name, text }) => (
        <Term key={name} name={name}>
          <p>
            <Prose text={text} />
          </p>
        </Term>
      ))}
    </Terms>
  )
}
