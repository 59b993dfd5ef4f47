import { Kicker, TitleSheet } from '../../../ui/sheet.tsx'
import { DomainForm } from './domain-form.tsx'
import { MessageSection } from './message-section.tsx'

/** The page's address without a question in it. */
export function NoDomain() {
  return (
    <>
      <TitleSheet title="Which domain?" margin={<Kicker>Domain check</Kicker>}>
        <title>Check a domain – Signet</title>
        <p>Type a domain, an e-mail address or a web address. Signet takes the domain from it.</p>
        <DomainForm typed="" />
      </TitleSheet>
      <MessageSection />
    </>
  )
}
