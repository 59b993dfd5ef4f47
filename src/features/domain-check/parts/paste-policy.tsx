import { useRef, useState } from 'react'
import { policyUrl } from '../../../facts/build.ts'
import type { Fact } from '../../../facts/fact.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Area } from '../../../ui/field.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { Status } from '../../../ui/status.tsx'
import { curlCommand, readPasted } from '../view-model/pasted-policy.ts'

export interface PastePolicyProps {
  domain: string
  onFact: (fact: Fact<HttpAnswer>) => void
}

/** The way round: run a command or open the file, and paste what comes. */
export function PastePolicy({ domain, onFact }: PastePolicyProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [empty, setEmpty] = useState(false)
  const use = () => {
    const text = area.current?.value ?? ''
    setEmpty(text.trim() === '')
    if (text.trim() !== '') onFact(readPasted(text, domain))
    else area.current?.focus()
  }
  return (
    <div className="space-y-3">
      <p>
        Run this command, or open <a href={policyUrl(domain)}>the file itself</a>, and paste what
        you see. The whole answer with its headers tells more than the file alone.
      </p>
      <RawText name="Shell" text={curlCommand(domain)} copy="command" />
      <Area
        ref={area}
        label="The policy file, or what the command printed"
        rows={7}
        help={
          <>
            {empty && (
              <p>
                <Status kind="error" /> Nothing has been pasted yet.
              </p>
            )}
            What you paste stays in this browser.
          </>
        }
        aria-invalid={empty || undefined}
      />
      <Actions>
        <Button look="small" onClick={use}>
          Read this text
        </Button>
      </Actions>
    </div>
  )
}
