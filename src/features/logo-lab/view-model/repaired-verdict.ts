import { capitalised, countOf } from '../../../ui/count.ts'
import type { RepairAnswer } from '../../../workers/jobs.ts'
import type { Told } from './judged-logo.ts'
import { onPurpose } from './on-purpose.ts'
import { bytesWords } from './verdicts.ts'

export interface RepairedVerdict {
  standing: 'pass' | 'warning' | 'error'
  word: string
  /** Without final stop, in our small mark-up. */
  sentence: string
}

/** "Fixed" is said of nothing but what the schema takes and what draws the same. Anything else says which is missing. */
export function repairedVerdict(
  { text, schemaValid, same, isFixed, steps, views, largestView }: RepairAnswer,
  findings: readonly Told[],
): RepairedVerdict {
  const errors = findings.filter(({ words }) => words.severity === 'error').length
  const warnings = findings.filter(({ words }) => words.severity === 'warning').length
  const bytes = `${bytesWords(new TextEncoder().encode(text).length)} bytes`
  const errorWords = capitalised(countOf(errors, 'error is left', 'errors are left'))
  if (!schemaValid)
    return {
      standing: 'error',
      word: 'Not fixed',
      sentence: `${errorWords}: what stands in the way is listed below`,
    }
  if (!isFixed)
    return {
      standing: 'warning',
      word: 'Not proven',
      sentence: same
        ? 'Valid, and not compared with the original'
        : 'Valid, and not shown to draw the same: look at both before you use it',
    }
  const drawn =
    views === 0
      ? 'Nothing was drawn differently'
      : `Drawn and compared ${views} times, at up to ${largestView}\u00a0px: the same`
  const purpose = onPurpose(steps)
  const but = purpose === '' ? '' : `, before ${purpose}`
  if (errors > 0)
    return {
      standing: 'error',
      word: 'Valid, not ready',
      sentence: `${errorWords} that the schema does not see. ${bytes}`,
    }
  if (steps.length === 0)
    return {
      standing: warnings > 0 ? 'warning' : 'pass',
      word: 'Nothing to fix',
      sentence: `The file is valid as it is. ${bytes}`,
    }
  const left = warningWords(findings)
  return {
    standing: warnings > 0 ? 'warning' : 'pass',
    word: 'Fixed',
    sentence: `${drawn}${but}. ${bytes}${left === '' ? '' : `. ${left}`}`,
  }
}

/** May it be published: fixed, and no error left that the schema does not see? */
export function isReady({ isFixed }: RepairAnswer, findings: readonly Told[]): boolean {
  return isFixed && !findings.some(({ words }) => words.severity === 'error')
}

function warningWords(findings: readonly Told[]): string {
  const warnings = findings.filter(({ words }) => words.severity === 'warning')
  const [first] = warnings
  if (first === undefined) return ''
  const rest = warnings.length - 1
  const counted = capitalised(countOf(warnings.length, 'warning is left', 'warnings are left'))
  return `${counted}: ${first.words.title}${rest === 0 ? '' : ', and more'}`
}
