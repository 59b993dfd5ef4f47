import { Link } from 'react-router'
import { Prose } from '../../../ui/prose.tsx'
import { TitleSheet } from '../../../ui/sheet.tsx'
import { plainText } from '../../../ui/prose-tokens.ts'
import type { CheckView } from '../check-view.ts'
import { checkAddress, type CheckParams } from '../view-model/check-params.ts'
import { inputNotes } from '../view-model/input-notes.ts'
import { tally, tallyWords } from '../view-model/tally.ts'
import { verdictLines } from '../view-model/verdict-line.ts'
import { Announcements } from './announcements.tsx'
import { Progress } from './progress.tsx'
import { ReachNote } from './reach-note.tsx'
import { RunMargin } from './run-margin.tsx'
import { VerdictList } from './verdict-list.tsx'

/** The domain, what is to be said of it in a glance, and how it was asked. */
export function TitleSection({ view, params }: { view: CheckView; params: CheckParams }) {
  const { subject } = view.state
  const lines = verdictLines(view.state)
  return (
    <TitleSheet title={subject.unicode} mono margin={<RunMargin view={view} />}>
      <title>{`${subject.unicode}: MTA-STS, TLS-RPT and BIMI – Signet`}</title>
      <InputLine view={view} params={params} />
      <ReachNote view={view} />
      {view.ended === null && <Progress view={view} />}
      <VerdictList lines={lines} />
      {view.ended !== null && <TallyLine view={view} />}
      <Announcements view={view} lines={lines} />
    </TitleSheet>
  )
}

function TallyLine({ view }: { view: CheckView }) {
  return (
    <p className="mt-3! text-side text-ink-2">{tallyWords(tally(view.state.report)).join(' · ')}</p>
  )
}

/** What became of what was typed, with the way back. */
function InputLine({ view, params }: { view: CheckView; params: CheckParams }) {
  const { notes, undo } = inputNotes(view.state.subject)
  if (notes.length === 0) return null
  return (
    <p className="text-side text-ink-2">
      <Prose text={notes.join(' ')} />
      {undo !== null && (
        <>
          {' '}
          <Link to={checkAddress({ ...params, typed: undo, asTyped: true })}>
            Check {plainText(undo)} itself
          </Link>
        </>
      )}
    </p>
  )
}
