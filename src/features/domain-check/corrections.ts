import type { Correction } from '../../checks/corrections.ts'
import type { CorrectedText } from '../../checks/corrections/corrected-text.ts'
import type { CheckState } from './view-model/check-state.ts'

/** The text that a rule's finding is resolved by, where one can be written from what is known. */
export function correctionFor(
  _state: CheckState,
  _fix: Correction | undefined,
): CorrectedText | null {
  return null
}
