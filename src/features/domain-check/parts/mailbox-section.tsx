import { useMemo } from 'react'
import { mailboxOutlooks } from '../../../simulate/mailboxes/outlook.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import type { CheckView } from '../check-view.ts'
import { mailboxLines, type MailboxLine } from '../view-model/mailbox-lines.ts'

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'name', head: 'Mailboxes' },
  { key: 'outlook', head: 'As things stand' },
  { key: 'reason', head: 'Why, and what else is known', label: 'Why' },
]

/** The facts against what each mailbox provider is known to ask for. Never a promise. */
export function MailboxSection({ view }: { view: CheckView }) {
  const { facts } = view.state
  const lines = useMemo(() => mailboxLines(mailboxOutlooks(facts)), [facts])
  return (
    <Sheet
      id="mailboxes"
      title="Will my logo show?"
      margin={
        <MarginNote>
          By what providers and the BIMI group have said, read in the month beside each name. What
          they ask for changes.
        </MarginNote>
      }
    >
      <p>
        Nobody can promise it: every provider decides for each message, by the sender’s reputation
        too. This table says only what is missing and what is not.
      </p>
      <DataTable
        caption="Mailbox providers, and what each still misses before it may show the logo"
        columns={COLUMNS}
        rows={lines}
        rowKey={({ id }) => id}
        renderCell={(line, { key }) => <Cell line={line} column={key} />}
      />
    </Sheet>
  )
}

function Cell({ line, column }: { line: MailboxLine; column: string }) {
  const { name, read, standing, word, reason, note } = line
  switch (column) {
    case 'name':
      return (
        <>
          {name}
          <span className="block text-small font-normal text-ink-2">read {read}</span>
        </>
      )
    case 'outlook':
      return <Status kind={standing}>{word}</Status>
    default:
      return (
        <>
          {reason !== '' && <Prose text={reason} />}
          {note !== '' && (
            <span className="block text-ink-2">
              <Prose text={note} />
            </span>
          )}
        </>
      )
  }
}
