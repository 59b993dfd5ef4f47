import { seen } from '../../example.ts'
import type { Example } from '../../rule.ts'
import { subjectFact } from '../../../facts/subject.ts'

/** A text in the box. */
export function typed(text: string): Example {
  return seen(text, { subject: subjectFact(text) })
}
