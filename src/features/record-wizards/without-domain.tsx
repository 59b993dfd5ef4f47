import { readDomainInput, type DomainInput } from '../../protocols/dns/domain-input.ts'
import { Prose } from '../../ui/prose.tsx'
import { DomainForm } from './parts/domain-form.tsx'
import { WizardTitle } from './parts/wizard-title.tsx'
import type { RefusalWords } from './refusal-words.ts'
import type { WizardKind } from './wizard.ts'

/** The domain that a form is about; null where there is none, or what was typed is no domain. */
export function domainIn(typed: string): DomainInput | null {
  if (typed.trim() === '') return null
  const result = readDomainInput(typed)
  return result.ok ? result.input : null
}

export interface WithoutDomainProps {
  kind: WizardKind
  typed: string
  refusalWords: RefusalWords
  onDomain: (typed: string) => void
}

const BEGINNINGS: Record<WizardKind, readonly string[]> = {
  'mta-sts': [
    'Signet looks up what the domain publishes today, fills the policy in from its mail servers, and writes the file and the record for your web server and your DNS. You publish them, and Signet watches until they are live.',
    'Begin in testing mode: no mail can be refused.',
  ],
  'tls-rpt': [
    'One DNS record asks the world’s mail servers for a daily report on how TLS went when they delivered to you. Signet fills it in, writes it for your DNS, and watches until it is live.',
    'It changes nothing about your mail.',
  ],
  bimi: [
    'One DNS record says where your logo is. Signet looks first at DMARC, without which no mailbox provider shows a logo, fills the record in, writes it for your DNS, and watches until it is live.',
  ],
}

/** The domain comes first: everything else is filled in from what it publishes. */
export function WithoutDomain({ kind, typed, refusalWords, onDomain }: WithoutDomainProps) {
  return (
    <WizardTitle kind={kind} domain={null}>
      {BEGINNINGS[kind].map((text) => (
        <p key={text}>
          <Prose text={text} />
        </p>
      ))}
      <DomainForm key={typed} typed={typed} refusalWords={refusalWords} onDomain={onDomain} />
    </WizardTitle>
  )
}
