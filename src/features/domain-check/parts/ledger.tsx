import { useEffect, useState } from 'react'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import type { CheckView } from '../check-view.ts'
import { capitalised, elapsed } from '../../../ui/count.ts'
import type { Question } from '../view-model/questions.ts'

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'asks', head: 'Question' },
  { key: 'to', head: 'To' },
  { key: 'time', head: 'Time', numeric: true },
  { key: 'answer', head: 'Answer' },
]

/** Every question, whom it went to, and what came back. Facts carry no colour: rules judge them afterwards. */
export function Ledger({ view }: { view: CheckView }) {
  const now = useTicking(view.ended === null)
  return (
    <DataTable
      caption="Questions and answers of this check"
      columns={COLUMNS}
      rows={view.questions}
      rowKey={({ name }) => name}
      renderCell={(row, { key }) => <Cell row={row} column={key} now={now} />}
    />
  )
}

function Cell({ row, column, now }: { row: Question; column: string; now: number }) {
  switch (column) {
    case 'asks':
      return (
        <span className={`font-normal ${row.state === 'waiting' ? 'text-ink-2' : ''}`}>
          <Prose text={capitalised(row.asks)} />
        </span>
      )
    case 'to':
      return row.of === 'resolver' ? 'resolver' : (HOSTS[row.name] ?? 'web host')
    case 'time':
      return timeOf(row, now)
    default:
      return <Answer row={row} />
  }
}

/** Whose web server a file comes from. */
const HOSTS: Partial<Record<Question['name'], string>> = {
  mtaStsPolicyFile: 'policy host',
  indicator: 'host of the logo',
  evidence: 'host of the certificate',
}

function timeOf({ took, since }: Question, now: number): string {
  if (took !== undefined) return elapsed(Math.max(0, took))
  return since === undefined ? '' : elapsed(Math.max(0, now - since))
}

function Answer({ row }: { row: Question }) {
  switch (row.state) {
    case 'waiting':
      return <Status kind="waiting" />
    case 'asking':
      return (
        <>
          <Status kind="asking">Waiting</Status>
          {row.name === 'mtaStsPolicyFile' && (
            <span className="text-ink-2"> senders wait up to a minute</span>
          )}
        </>
      )
    case 'failed':
      return (
        <>
          <Status kind="unknown">No answer</Status> <Prose text={row.answer ?? ''} />
        </>
      )
    case 'answered':
      return <Prose text={row.answer ?? ''} />
  }
}

/** The present, five times a second while somebody waits. */
function useTicking(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!ticking) return undefined
    const timer = setInterval(() => setNow(Date.now()), 200)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}
