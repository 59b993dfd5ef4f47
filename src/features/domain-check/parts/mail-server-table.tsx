import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import type { MailServerRow } from '../view-model/mail-server-rows.ts'

const BASE: readonly [Column, ...Column[]] = [
  { key: 'host', head: 'Mail server' },
  { key: 'preference', head: 'Pref.', label: 'Preference' },
  { key: 'addresses', head: 'Addresses' },
]
const MATCH: readonly Column[] = [
  { key: 'line', head: 'Policy line' },
  { key: 'match', head: 'Match' },
]

export interface MailServerTableProps {
  rows: readonly MailServerRow[]
  /** Where the MX records came from, in words. */
  source: string
}

/** Each mail server, its addresses, and the line of the policy that covers it. */
export function MailServerTable({ rows, source }: MailServerTableProps) {
  const compared = rows.some(({ match }) => match !== null)
  return (
    <DataTable
      captionShown
      caption={
        <>
          By preference, with their addresses. <Prose text={source} />
        </>
      }
      columns={compared ? [...BASE, ...MATCH] : BASE}
      rows={rows}
      rowKey={({ key }) => key}
      renderCell={(row, { key }) => <Cell row={row} column={key} />}
    />
  )
}

function Cell({ row, column }: { row: MailServerRow; column: string }) {
  switch (column) {
    case 'preference':
      return row.preference
    case 'host':
      return (
        <>
          <code>{row.host}</code>
          {row.provider !== null && (
            <span className="block font-normal text-ink-2">{row.provider}</span>
          )}
        </>
      )
    case 'addresses':
      return row.without ?? <Addresses addresses={row.addresses} />
    case 'line':
      return row.match?.line === null || row.match === null ? (
        'none'
      ) : (
        <code>mx: {row.match.line}</code>
      )
    default:
      return row.match === null ? null : <Match standing={row.match.standing} />
  }
}

function Addresses({ addresses }: { addresses: readonly string[] }) {
  return (
    <ul>
      {addresses.map((address) => (
        <li key={address}>
          <code>{address}</code>
        </li>
      ))}
    </ul>
  )
}

function Match({ standing }: { standing: NonNullable<MailServerRow['match']>['standing'] }) {
  return standing === 'pass' ? (
    <Status kind="pass">Covered</Status>
  ) : (
    <Status kind={standing}>Not covered</Status>
  )
}
