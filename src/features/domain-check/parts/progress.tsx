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
        className="progress-line block h-1 w-full"
      />
    </div>
  )
}
