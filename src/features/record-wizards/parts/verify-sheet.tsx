import { useEffect, useState, type ReactNode } from 'react'
import { Actions, Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Rounds } from '../queries/use-rounds.ts'
import { seenOf, verifyRow, type VerifyRow } from '../view-model/verify-rows.ts'

export interface VerifySheetProps {
  /** Null until the visitor says that it is published. */
  rounds: Rounds | null
  /** Who is asked besides the resolvers: "the policy host". */
  host?: string | undefined
  /** The file that was served before. */
  oldPolicy: string | null
  /** Begins the asking; null while there is nothing to wait for. */
  onBegin: (() => void) | null
  /** What comes once all are live. */
  children: ReactNode
}

/** Asks until what was generated is what is published, row by row. */
export function VerifySheet(props: VerifySheetProps) {
  const { rounds, host, oldPolicy, onBegin, children } = props
  return (
    <Sheet id="verify" title="Verify" margin={rounds !== null && <Pace rounds={rounds} />}>
      {rounds === null ? (
        <Invitation host={host} onBegin={onBegin} />
      ) : (
        <Watching rounds={rounds} oldPolicy={oldPolicy}>
          {children}
        </Watching>
      )}
    </Sheet>
  )
}

function Invitation({ host, onBegin }: Pick<VerifySheetProps, 'host' | 'onBegin'>) {
  return (
    <>
      <p>
        When it is published, Signet asks the resolvers{host !== undefined && ` and ${host}`}{' '}
        afresh, past all caches, until they say what was generated. You may close the page
        meanwhile: its address holds it all.
      </p>
      <Actions>
        <Button onClick={onBegin ?? undefined} disabled={onBegin === null}>
          I have published it
        </Button>
      </Actions>
    </>
  )
}

/** When the next round begins, and what can be done until then. */
function Pace({ rounds }: { rounds: Rounds }) {
  const { phase, until, askNow, stop } = rounds
  return (
    <>
      <MarginNote>
        {phase === 'asking' && 'Asking now.'}
        {phase === 'waiting' && (
          <>
            Asks again in <Countdown until={until} />. You may close this page and come back.
          </>
        )}
        {phase === 'stopped' && 'You stopped asking.'}
        {phase === 'done' && 'All of them agree, so nobody is asked any more.'}
        {phase === 'once' && 'A built-in sample never changes, so it was asked once.'}
      </MarginNote>
      <Actions className="mt-4">
        {phase !== 'done' && phase !== 'once' && (
          <Button look="small" onClick={askNow} idle={phase === 'asking'}>
            Ask now
          </Button>
        )}
        {(phase === 'asking' || phase === 'waiting') && (
          <Button look="text" onClick={stop}>
            Stop asking
          </Button>
        )}
      </Actions>
    </>
  )
}

function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return <>{Math.max(0, Math.ceil((until - now) / 1000))}&nbsp;s</>
}

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'what', head: 'What' },
  { key: 'asked', head: 'Asked' },
  { key: 'state', head: 'State' },
  { key: 'seen', head: 'Seen' },
]

interface WatchingProps {
  rounds: Rounds
  oldPolicy: string | null
  children: ReactNode
}

function Watching({ rounds, oldPolicy, children }: WatchingProps) {
  const rows = rounds.rows.map((row) => verifyRow(row, oldPolicy))
  const { live, total } = seenOf(rounds)
  return (
    <>
      <DataTable
        caption="What was generated, and whether it is published"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ key }) => key}
        renderCell={(row, { key }) => <Cell row={row} column={key} onRetry={rounds.askNow} />}
      />
      <output className="block text-side text-ink-2">
        {total > 0 && `${live} of ${total} live`}
      </output>
      <p className="text-side text-ink-2">
        A resolver may give an old answer until its TTL has passed. Nothing is wrong while that is
        so, and senders’ resolvers do the same.
      </p>
      {children}
    </>
  )
}

function Cell({ row, column, onRetry }: { row: VerifyRow; column: string; onRetry: () => void }) {
  switch (column) {
    case 'what':
      return row.what
    case 'asked':
      return <Prose text={row.asked} />
    case 'state':
      return <Status kind={row.kind}>{row.word}</Status>
    default:
      return (
        <span className="wrap-anywhere">
          <Prose text={row.seen} />
          {row.kind === 'unknown' && (
            <>
              {' '}
              <Button look="text" className="min-h-6!" onClick={onRetry}>
                Try again
              </Button>
            </>
          )}
        </span>
      )
  }
}
