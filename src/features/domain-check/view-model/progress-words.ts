import { capitalised, listed } from '../../../ui/count.ts'
import type { Question } from './questions.ts'

/** "11 of 17 answers are in. Waiting for the policy file." */
export function progressWords(questions: readonly Question[]): string {
  const out = questions.filter(({ state }) => state === 'asking')
  const answered = questions.filter(
    ({ state }) => state === 'answered' || state === 'failed',
  ).length
  if (questions.length === 0) return 'Getting ready to ask.'
  const head = `${answered} of ${questions.length} answers are in.`
  if (out.length === 0) return head
  // The policy file takes longest and is what people wait for.
  const file = out.find(({ of }) => of === 'fetcher')
  const [first] = file === undefined ? out : [file]
  const others = out.length - 1
  const rest = others === 0 ? [] : [others === 1 ? 'one more' : `${others} more`]
  return `${head} Waiting for ${listed([first?.asks ?? '', ...rest])}.`
}

/** What a screen reader is told as verdicts come in, once each. */
export function verdictAnnouncement(name: string, word: string, sentence: string): string {
  return `${name}: ${word}. ${capitalised(sentence)}.`
}
