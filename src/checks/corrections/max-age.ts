import { MAX_AGE_LIMIT, type StsMode } from '../../protocols/mta-sts/policy.ts'

const DAY = 86400
const WEEK = 7 * DAY
const TWO_WEEKS = 14 * DAY
const MONTH = 30 * DAY
const FOUR_MONTHS = 120 * DAY

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
  const within = (low: number, high: number): boolean =>
    chosen !== null && chosen >= low && chosen <= high
  switch (mode) {
    case 'testing':
      if (isFirst) return DAY
      return chosen !== null && within(DAY, TWO_WEEKS) ? chosen : WEEK
    case 'enforce':
      if (chosen === MAX_AGE_LIMIT) return FOUR_MONTHS
      return chosen !== null && within(TWO_WEEKS, MAX_AGE_LIMIT) ? chosen : MONTH
    case 'none':
      return chosen !== null && within(DAY, WEEK) ? chosen : DAY
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
