import { MAX_AGE_LIMIT, type StsMode } from '../../protocols/mta-sts/policy.ts'
import { suitsMode, USUAL_MAX_AGE } from '../../protocols/mta-sts/usual-max-age.ts'

/**
 * How long senders may keep a policy of this mode: what the owner chose where it suits the stage, else a day for the
 * first test, a week for later ones, a month and more when enforced, and a day on the way out.
 */
export function ageFor(
  mode: StsMode,
  chosen: number | null,
  isFirst: boolean,
): { maxAge: number; note: string | null } {
  const maxAge = suitable(mode, chosen, isFirst)
  return { maxAge, note: chosen === null || chosen === maxAge ? null : noteFor(mode, chosen) }
}

function suitable(mode: StsMode, chosen: number | null, isFirst: boolean): number {
  if (mode === 'testing' && isFirst) return USUAL_MAX_AGE.firstTest
  if (chosen !== null && suitsMode(mode, chosen)) return chosen
  switch (mode) {
    case 'testing':
      return USUAL_MAX_AGE.test
    case 'enforce':
      return chosen === MAX_AGE_LIMIT ? USUAL_MAX_AGE.settled : USUAL_MAX_AGE.enforce
    case 'none':
      return USUAL_MAX_AGE.off
  }
}

function noteFor(mode: StsMode, chosen: number): string {
  switch (mode) {
    case 'testing':
      return 'While you test, `max_age` is short, so that a mistake leaves quickly.'
    case 'enforce':
      return chosen === MAX_AGE_LIMIT
        ? 'Four months for `max_age` protect as well as a year, and a mistake leaves sooner.'
        : 'An enforced policy is kept for weeks or months, so that nobody can wait it out.'
    case 'none':
      return 'On the way out `max_age` is a day, so that the removal ends soon.'
  }
}
