import type { ReactNode } from 'react'
import { Prose } from '../../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { Term, Terms } from '../../../ui/terms.tsx'
import type { CheckView } from '../check-view.ts'
import { dnsFacts, type DnsFact } from '../view-model/dns-facts.ts'
import { mailServerRows } from '../view-model/mail-server-rows.ts'
import { sourceWords } from '../view-model/source-words.ts'
import type { VerdictLine } from '../view-model/verdict-line.ts'
import { Findings } from './findings.tsx'
import { MailServerTable } from './mail-server-table.tsx'

export interface DnsSectionProps {
  view: CheckView
  line: VerdictLine
  children: ReactNode
}

/** What everything else stands on: the mail servers and the zone. */
export function DnsSection({ view, line, children }: DnsSectionProps) {
  const { mx } = view.state.facts
  const rows = mailServerRows(view.state.facts)
  return (
    <Sheet
      id={line.anchor}
      title="MX and DNS"
      margin={
        <>
          <MarginNote>
            <Status kind={line.standing}>{line.word}</Status>
          </MarginNote>
          <MarginNote>What both protocols stand on.</MarginNote>
        </>
      }
    >
      {rows.length > 0 && mx !== undefined && (
        <MailServerTable rows={rows} source={sourceWords(mx.source)} />
      )}
      <ZoneFacts facts={dnsFacts(view.state.facts)} />
      <Findings view={view} protocols={['mx', 'dane']} section="mx" />
      {children}
    </Sheet>
  )
}

function ZoneFacts({ facts }: { facts: readonly DnsFact[] }) {
  if (facts.length === 0) return null
  return (
    <Terms ruled>
      {facts.map(({ name, text }) => (
        <Term key={name} name={name}>
          <p>
            <Prose text={text} />
          </p>
        </Term>
      ))}
    </Terms>
  )
}
