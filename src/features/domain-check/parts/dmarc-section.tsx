import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import type { CheckView } from '../check-view.ts'
import { capitalised } from '../../../ui/count.ts'
import { dmarcTerms, dmarcWalkRows, type WalkRow } from '../view-model/dmarc-walk.ts'
import type { VerdictLine } from '../view-model/verdict-line.ts'
import { Findings } from './findings.tsx'
import { RawTexts } from './raw-texts.tsx'
import { TermList } from './term-list.tsx'

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'name', head: 'Asked' },
  { key: 'record', head: 'Record' },
  { key: 'note', head: 'What it is', label: 'What it is' },
]

/** Which DMARC record applies, and how receivers find it. */
export function DmarcSection({ view, line }: { view: CheckView; line: VerdictLine }) {
  const { facts } = view.state
  const rows = dmarcWalkRows(facts)
  return (
    <Sheet
      id={line.anchor}
      title={line.name}
      margin={
        <>
          <MarginNote>
            <Status kind={line.standing}>{line.word}</Status>
          </MarginNote>
          <MarginNote>
            What receivers do with mail that is forged in this name. BIMI needs it to say something.
          </MarginNote>
        </>
      }
    >
      <TermList terms={dmarcTerms(facts)} />
      {line.standing !== 'asking' && <Findings view={view} protocols={['dmarc']} section="dmarc" />}
      <RawTexts view={view} fact="dmarcTxt" title="The record, as published" />
      {rows.length > 0 && (
        <>
          <h3>How receivers find it</h3>
          <DataTable
            captionShown
            caption="From the domain upwards, one label at a time (RFC 9989, section 4.10)."
            columns={COLUMNS}
            rows={rows}
            rowKey={({ name }) => name}
            renderCell={(row, { key }) => <Cell row={row} column={key} />}
          />
        </>
      )}
    </Sheet>
  )
}

function Cell({ row, column }: { row: WalkRow; column: string }) {
  switch (column) {
    case 'name':
      return <code className="wrap-break-word">{row.name}</code>
    case 'record':
      return (
        <>
          {row.records.map((record) => (
            <code key={record} className="block! wrap-anywhere">
              {record}
            </code>
          ))}
          {row.without !== null && <span className="text-ink-2">{row.without}</span>}
        </>
      )
    default:
      return row.notes.map((note) => (
        <span key={note} className="block">
          <Prose text={capitalised(note)} />
        </span>
      ))
  }
}
