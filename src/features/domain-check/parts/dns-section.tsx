import type { ReactNode } from 'react'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import type { CheckView } from '../check-view.ts'
import { dnsFacts } from '../view-model/dns-facts.ts'
import { mailServerRows } from '../view-model/mail-server-rows.ts'
import { sourceWords } from '../view-model/source-words.ts'
import type { VerdictLine } from '../view-model/verdict-line.ts'
import { Findings } from './findings.tsx'
import { MailServerTable } from './mail-server-table.tsx'
import { TermList } from './term-list.tsx'

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
          <MarginNote>What everything above stands on.</MarginNote>
        </>
      }
    >
      {rows.length > 0 && mx !== undefined && (
        <MailServerTable rows={rows} source={sourceWords(mx.source)} />
      )}
      <TermList terms={dnsFacts(view.state.facts)} />
      <Findings view={view} protocols={['mx']} section="mx" />
      {children}
    </Sheet>
  )
}
