import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Status } from '../../../ui/status.tsx'
import { coveredWords, type CoverageRow } from './coverage-view.ts'

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'host', head: 'Mail server' },
  { key: 'found', head: 'Found in' },
  { key: 'by', head: 'Covered by' },
  { key: 'match', head: 'Match' },
  { key: 'act', head: <span className="sr-only">Change</span> },
]

export interface CoverageTableProps {
  rows: readonly CoverageRow[]
  /** When the DNS was asked, in words; null where it was not. */
  asked: string | null
  onAdd: (host: string) => void
}

/** Each mail server and the line that covers it, as it is typed. */
export function CoverageTable({ rows, asked, onAdd }: CoverageTableProps) {
  const isKnown = rows.some(({ isTried }) => !isTried)
  return (
    <DataTable
      captionShown
      caption={
        <>
          {isKnown && coveredWords(rows)} {asked !== null && `Asked at ${asked}; the `}
          {asked === null ? 'The' : ''} table follows what you type.
        </>
      }
      columns={COLUMNS}
      rows={rows}
      rowKey={({ host }) => host}
      renderCell={(row, { key }) => <Cell row={row} column={key} onAdd={onAdd} />}
    />
  )
}

interface CellProps {
  row: CoverageRow
  column: string
  onAdd: (host: string) => void
}

function Cell({ row: { host, foundIn, by }, column, onAdd }: CellProps) {
  switch (column) {
    case 'host':
      return <code className="wrap-anywhere">{host}</code>
    case 'found':
      return foundIn
    case 'by':
      return by === null ? 'no line' : <code className="wrap-anywhere">mx: {by}</code>
    case 'match':
      return by === null ? (
        <Status kind="error">Not covered</Status>
      ) : (
        <Status kind="pass">Covered</Status>
      )
    default:
      return by === null ? (
        <Button look="small" onClick={() => onAdd(host)}>
          Add its line
        </Button>
      ) : null
  }
}
