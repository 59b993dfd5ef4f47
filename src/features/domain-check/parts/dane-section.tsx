import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import type { CheckView } from '../check-view.ts'
import { daneAndStsWords, daneRows, type DaneRow } from '../view-model/dane-rows.ts'
import { dnssec } from '../view-model/dns-facts.ts'
import type { VerdictLine } from '../view-model/verdict-line.ts'
import { Findings } from './findings.tsx'
import { TermList } from './term-list.tsx'

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'host', head: 'Mail server' },
  { key: 'records', head: 'TLSA' },
  { key: 'signed', head: 'Answer', label: 'Answer' },
]

/** TLSA of each mail server, and what vouches for it. */
export function DaneSection({ view, line }: { view: CheckView; line: VerdictLine }) {
  const { facts } = view.state
  const rows = daneRows(facts)
  return (
    <Sheet
      id={line.anchor}
      title="DANE and DNSSEC"
      margin={
        <>
          <MarginNote>
            <Status kind={line.standing}>{line.word}</Status>
          </MarginNote>
          <MarginNote>Another way to tell senders which certificate to insist on.</MarginNote>
        </>
      }
    >
      <p>{daneAndStsWords(facts)}</p>
      <TermList terms={dnssec(facts)} />
      {rows.length > 0 && (
        <DataTable
          caption="TLSA records of each mail server"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ host }) => host}
          renderCell={(row, { key }) => <Cell row={row} column={key} />}
        />
      )}
      {line.standing !== 'asking' && <Findings view={view} protocols={['dane']} section="dane" />}
    </Sheet>
  )
}

function Cell({ row, column }: { row: DaneRow; column: string }) {
  switch (column) {
    case 'host':
      return <code>{row.host}</code>
    case 'records':
      return (
        <>
          {row.records.map((record) => (
            <code key={record} className="block! wrap-anywhere">
              {record}
            </code>
          ))}
          {row.without}
        </>
      )
    default:
      return row.signed
  }
}
