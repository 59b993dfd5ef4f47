import type { Rule } from '../../../checks/rule.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Status } from '../../../ui/status.tsx'
import { Term, Terms } from '../../../ui/terms.tsx'

/** A rule that failed itself. It says nothing about the domain, and we would like to hear of it. */
export function CrashedRow({ rule, message }: { rule: Rule; message: string }) {
  return (
    <Disclosure status={<Status kind="crashed" />} title={`${rule.title} was not judged`}>
      <Terms>
        <Term name="Seen">
          <p>
            The rule <code>{rule.id}</code> stopped with <code>{message}</code>. This is a fault in
            Signet and says nothing about the domain.
          </p>
        </Term>
        <Term name="Do">
          <p>Save the page as JSON and send it to us with these words.</p>
          <CopyButton what="words" text={`${rule.id}: ${message}`} />
        </Term>
      </Terms>
    </Disclosure>
  )
}
