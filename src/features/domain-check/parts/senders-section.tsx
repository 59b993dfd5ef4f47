import { useMemo } from 'react'
import { whatSendersMake } from '../../../simulate/what-senders-make.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import type { CheckView } from '../check-view.ts'
import { senderLines, TAKES, type SenderLine } from '../view-model/sender-lines.ts'

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'name', head: 'Sender' },
  { key: 'record', head: 'Record' },
  { key: 'policy', head: 'Policy file' },
  { key: 'effect', head: 'In force there' },
]

/** The same record and file through models of named senders, each with the month in which it was read. */
export function SendersSection({ view }: { view: CheckView }) {
  const { facts } = view.state
  const { lines, unread, isKnown } = useMemo(() => senderLines(whatSendersMake(facts)), [facts])
  if (!isKnown) return null
  return (
    <Sheet
      id="senders"
      title="What senders make of it"
      margin={
        <MarginNote>
          Read in the source code of each sender, in the month beside its name. This changes between
          versions.
        </MarginNote>
      }
    >
      <DataTable
        caption="Named senders, and what each makes of the record and the policy file"
        columns={COLUMNS}
        rows={lines}
        rowKey={({ id }) => id}
        renderCell={(line, { key }) => <Cell line={line} column={key} />}
      />
      {unread !== '' && (
        <p className="text-side text-ink-2">
          {unread}: not established, because their code is not public.
        </p>
      )}
    </Sheet>
  )
}

function Cell({ line, column }: { line: SenderLine; column: string }) {
  switch (column) {
    case 'name':
      return (
        <>
          {line.name}
          <span className="block text-small font-normal text-ink-2">read {line.read}</span>
        </>
      )
    case 'record':
      return (
        <span className={line.record === TAKES ? 'whitespace-nowrap' : ''}>
          <Prose text={line.record} />
        </span>
      )
    case 'policy':
      return (
        <span className={line.policy === TAKES ? 'whitespace-nowrap' : ''}>
          <Prose text={line.policy} />
        </span>
      )
    default:
      return (
        <>
          <Prose text={line.effect} />
          {line.differs && <span className="block text-ink-2 italic">other than the RFC says</span>}
          {line.notes.map((note) => (
            <span key={note} className="block text-ink-2">
              <Prose text={note} />
            </span>
          ))}
        </>
      )
  }
}
