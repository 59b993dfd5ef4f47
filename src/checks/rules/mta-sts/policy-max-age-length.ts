import { MAX_AGE_LIMIT, type StsMode } from '../../../protocols/mta-sts/policy.ts'
import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { policyAt } from './policy-problems.ts'

const DAY = 86400
const TWO_WEEKS = 14 * DAY

interface Age {
  maxAge: number
  mode: StsMode | null
}

/** Where mail is refused for the policy's sake, a policy that protects hardly anything is a fault. */
const graveWhenEnforced = ({ mode }: Age) => (mode === 'enforce' ? 'error' : 'warning')

export const policyMaxAgeLength = defineRule({
  id: 'sts.policy.max-age-length',
  title: 'How long senders keep the policy',
  needs: ['mtaStsPolicy'],
  spec: [
    { document: 'RFC 8461', section: '3.2' },
    { document: 'RFC 8461', section: '8.1' },
    { document: 'RFC 8461', section: '10.2' },
  ],
  demand: 'practice',
  why:
    'A sender that has kept the policy is protected even while an attacker blocks DNS or the policy host. The longer it ' +
    'keeps it, the better the protection, and the longer a mistake lasts.',
  messages: {
    'sts.policy.max-age-zero': {
      severity: graveWhenEnforced,
      title: () => 'The policy may not be kept at all, because `max_age` is `0`',
      advice: () => 'Write `max_age: 604800` for a week while you test, and more when you enforce.',
      why: 'A policy that no sender keeps is gone as soon as somebody blocks the next look-up.',
    },
    'sts.policy.max-age-day': {
      severity: graveWhenEnforced,
      title: ({ maxAge }: Age) =>
        `Senders keep the policy for \`${maxAge}\` seconds, less than a day`,
      advice: () => 'Raise `max_age` to `86400` at least, better to some weeks.',
      why:
        'Weeks are what the specification has in mind, and the help pages of Google ask for a day at least. Some tools ' +
        'say that large senders ignore shorter policies.',
    },
    'sts.policy.max-age-short-enforce': {
      severity: 'warning',
      title: ({ maxAge }: Age) => `The policy is enforced, but kept for ${days(maxAge)} only`,
      advice: () => 'Raise `max_age` to two weeks (`1209600`) or more; `2592000` is thirty days.',
      why: 'Whoever can block DNS or the policy host for longer than `max_age` takes the protection away.',
    },
    'sts.policy.max-age-at-maximum': {
      severity: 'warning',
      title: () => `The field \`max_age\` is at its limit of \`${MAX_AGE_LIMIT}\`, about a year`,
      advice: () => 'Choose ten weeks to six months, for example `max_age: 10368000`.',
      why:
        'It is legal, but a mistake in an enforced policy, or the loss of the policy host, follows you for a year. ' +
        'Stalwart takes exactly this value for too large, and keeps the policy for one day.',
    },
    'sts.policy.max-age-long-testing': {
      severity: 'warning',
      title: ({ maxAge }: Age) => `The policy is in testing mode, but kept for ${days(maxAge)}`,
      advice: () => 'Lower `max_age` to a week (`604800`) until you enforce.',
      why: 'Nothing is refused while you test, but what senders keep for long they also correct late.',
    },
  },
  examples: {
    'sts.policy.max-age-zero': policyFile(policyText({ maxAge: '0' })),
    'sts.policy.max-age-day': policyFile(policyText({ maxAge: '3600' })),
    'sts.policy.max-age-short-enforce': policyFile(policyText({ maxAge: '86400' })),
    'sts.policy.max-age-at-maximum': policyFile(policyText({ maxAge: '31557600' })),
    'sts.policy.max-age-long-testing': policyFile(
      policyText({ mode: 'testing', maxAge: '31557600' }),
    ),
  },
  quiet: policyFile(policyText()),
  check({ mtaStsPolicy, source }, find) {
    const { maxAge, mode } = mtaStsPolicy.fields
    if (maxAge === null) return []
    const args = { maxAge: maxAge.value, mode: mode?.value ?? null }
    const at = policyAt(source('mtaStsPolicy').name, maxAge.span)
    return lengthsOf(args).map((id) => find(`sts.policy.${id}`, args, at))
  },
})

/** Too short has one name, the gravest; the two ways of being too long are different matters. */
function lengthsOf({ maxAge, mode }: Age) {
  if (maxAge === 0) return ['max-age-zero'] as const
  if (maxAge < DAY) return ['max-age-day'] as const
  if (mode === 'enforce' && maxAge < TWO_WEEKS) return ['max-age-short-enforce'] as const
  const atMaximum = maxAge === MAX_AGE_LIMIT ? (['max-age-at-maximum'] as const) : []
  const long = mode === 'testing' && maxAge > TWO_WEEKS
  return [...atMaximum, ...(long ? (['max-age-long-testing'] as const) : [])]
}

/** Whole days where there are some; seconds would have to be counted by hand. */
function days(seconds: number): string {
  const count = Math.floor(seconds / DAY)
  return count === 1 ? 'one day' : `${count} days`
}
