import type { CheckActions } from './queries/use-check-actions.ts'
import type { CheckState } from './view-model/check-state.ts'
import type { Question } from './view-model/questions.ts'

/** Everything that the sections of the page show, and what they can do. */
export interface CheckView {
  state: CheckState
  questions: readonly Question[]
  /** Milliseconds since 1970; `ended` is null while answers are out. */
  began: number
  ended: number | null
  /** Milliseconds in which something was being asked: a run may have begun on another page. */
  took: number
  /** Whom we ask, for people. */
  resolver: string
  fetcher: string
  isSample: boolean
  actions: CheckActions
  /** Findings → their address in the page. */
  keys: ReadonlyMap<CheckState['findings'][number], string>
}
