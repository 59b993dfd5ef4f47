import { Prose } from '../../../ui/prose.tsx'
import type { CheckView } from '../check-view.ts'
import { progressWords } from '../view-model/progress-words.ts'

/** How many answers are in, and whom the page waits for. */
export function Progress({ view }: { view: CheckView }) {
  const { questions } = view
  const answered = questions.filter(({ state }) => state === 'answered' || state === 'failed')
  return (
    <div className="space-y-3">
      <p id="progress-words">
        <Prose text={progressWords(questions)} />
      </p>
      <progress
        max={Math.max(1, questions.length)}
        value={answered.length}
        aria-labelledby="progress-words"
        className={LINE}
      />
    </div>
  )
}

/** An ink line that grows: the browser's own colour would be a status colour. */
const LINE =
  'block h-1 w-full appearance-none border-0 bg-rule [&::-moz-progress-bar]:bg-ink ' +
  '[&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-ink'
