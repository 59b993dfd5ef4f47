import { plainText } from '../../../ui/prose-tokens.ts'
import { statusWord } from '../../../ui/status.tsx'
import { verdictAnnouncement } from '../view-model/progress-words.ts'
import { tally, tallyWords } from '../view-model/tally.ts'
import type { CheckView } from '../check-view.ts'
import type { VerdictLine } from '../view-model/verdict-line.ts'

export interface AnnouncementsProps {
  view: CheckView
  lines: readonly VerdictLine[]
}

/** Said politely as it arrives: each verdict once it stands, then the totals. A log speaks what is added to it. */
export function Announcements({ view, lines }: AnnouncementsProps) {
  const settled = lines.filter(({ standing }) => standing !== 'asking')
  return (
    <div role="log" aria-label="Progress of the check" className="sr-only">
      {settled.map(({ protocol, name, standing, word, sentence }) => (
        <p key={protocol}>
          {plainText(verdictAnnouncement(name, word ?? statusWord(standing), sentence))}
        </p>
      ))}
      {view.ended !== null && (
        <p key="all">All answers are in. {tallyWords(tally(view.state.report)).join(', ')}.</p>
      )}
    </div>
  )
}
