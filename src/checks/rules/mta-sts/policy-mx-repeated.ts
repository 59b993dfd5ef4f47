import type { Placed } from '../../../protocols/mta-sts/policy.ts'
import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { policyAt } from './policy-problems.ts'

const MANY = 100
const MANY_BYTES = 4096
/** More of a kind say nothing new. */
const ENOUGH = 20

interface Pattern {
  pattern: string
}

type Covered = Pattern & { hosts: string[] }
type Size = { count: number; bytes: number }

export const policyMxRepeated = defineRule({
  id: 'sts.policy.mx-repeated',
  title: 'How many mx lines the policy has',
  needs: ['mtaStsPolicy'],
  reads: ['mtaStsPolicyFile'],
  spec: [{ document: 'RFC 8461', section: '3.2' }],
  demand: 'practice',
  why: 'One line for each mail server is what senders expect and what people can check.',
  messages: {
    'sts.policy.mx-duplicate': {
      severity: 'notice',
      title: ({ pattern }: Pattern) => `The pattern ${quoted(pattern)} is listed twice`,
      advice: () => 'Remove one of the two lines.',
      why: 'Host names know no case, so senders see the same pattern again. It does no harm.',
    },
    'sts.policy.mx-redundant': {
      severity: 'notice',
      title: ({ pattern, hosts }: Covered) =>
        `The wildcard ${quoted(pattern)} already covers ${named(hosts)}`,
      advice: () => 'Keep the hosts and remove the wildcard, or the other way round.',
      why: 'It does no harm. Of the two, single hosts let fewer servers in.',
    },
    'sts.policy.many-mx': {
      severity: 'warning',
      title: ({ count, bytes }: Size) =>
        count > MANY
          ? `The policy lists ${count} patterns`
          : `The policy file has ${bytes} bytes, more than \`${MANY_BYTES}\``,
      advice: () =>
        'Replace the hosts of a provider by its wildcard, and remove what is not in use.',
      why: 'Senders are written with a handful of lines in mind, and may stop reading a long file.',
    },
  },
  examples: {
    'sts.policy.mx-duplicate': policyFile(
      policyText({ mx: ['mail1.example.com', 'Mail1.Example.com'] }),
    ),
    'sts.policy.mx-redundant': policyFile(
      policyText({ mx: ['mail1.example.com', '*.example.com'] }),
    ),
    'sts.policy.many-mx': policyFile(
      policyText({ mx: Array.from({ length: 101 }, (_, index) => `mx${index + 1}.example.com`) }),
    ),
  },
  quiet: policyFile(policyText({ mx: ['mail1.example.com', '*.example.net'] })),
  check({ mtaStsPolicy, mtaStsPolicyFile, source }, find) {
    const about = source('mtaStsPolicy').name
    const { mx } = mtaStsPolicy.fields
    const seen = mtaStsPolicyFile?.state === 'found' ? mtaStsPolicyFile.value.bytes : 0
    const size = { count: mx.length, bytes: mtaStsPolicy.ours ? seen : 0 }
    const isMany = size.count > MANY || size.bytes > MANY_BYTES
    const last = mx.at(-1)?.span ?? { start: 0, end: 0 }
    return [
      ...repeated(mx).map(({ value: pattern, span }) =>
        find('sts.policy.mx-duplicate', { pattern }, policyAt(about, span)),
      ),
      ...covering(mx).map(({ pattern, hosts, span }) =>
        find('sts.policy.mx-redundant', { pattern, hosts }, policyAt(about, span)),
      ),
      ...(isMany ? [find('sts.policy.many-mx', size, policyAt(about, last))] : []),
    ]
  },
})

function repeated(mx: readonly Placed<string>[]): Placed<string>[] {
  const known = new Set<string>()
  return mx
    .filter(({ value }) => {
      const again = known.has(value)
      known.add(value)
      return again
    })
    .slice(0, ENOUGH)
}

/** Wildcards with the single hosts that they cover (RFC 8461 section 4.1: one label). */
function covering(mx: readonly Placed<string>[]): (Covered & Pick<Placed<string>, 'span'>)[] {
  const hosts = new Map<string, Set<string>>()
  for (const { value } of mx) {
    const dot = value.indexOf('.')
    if (dot < 0 || value.startsWith('*.')) continue
    const wildcard = `*${value.slice(dot)}`
    hosts.set(wildcard, (hosts.get(wildcard) ?? new Set()).add(value))
  }
  const again = new Set(repeated(mx))
  return mx
    .filter((each) => !again.has(each))
    .flatMap(({ value: pattern, span }) => {
      const covered = hosts.get(pattern)
      return covered === undefined ? [] : [{ pattern, hosts: [...covered], span }]
    })
    .slice(0, ENOUGH)
}

function named(hosts: readonly string[]): string {
  const shown = hosts.slice(0, 3).map(quoted)
  const more = hosts.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
