import type { Fact } from '../../../facts/fact.ts'
import type { HostAddresses, PolicyTls } from '../../../facts/fact-set.ts'
import { matchesMxPattern } from '../../../protocols/mta-sts/mx-pattern.ts'
import { isNullMx, mailHosts } from '../../../protocols/mx/mx.ts'
import { bare } from './bare.ts'
import type { CheckState } from './check-state.ts'
import { inWords } from '../../../ui/count.ts'
import { faultyWords } from '../../../queries/failure-words.ts'
import { day } from '../../../ui/moment.ts'
import { openingOf } from './opening.ts'
import { toStep, type Seen, type Step, type StepPlan } from './step.ts'

const CERTIFICATE = /^sts\.fetch\.(cert|tls|sni|https)/

const begins =
  (...prefixes: string[]) =>
  (id: string): boolean =>
    prefixes.some((prefix) => id.startsWith(prefix))

/** Senders walk this chain in order (RFC 8461 sections 3 to 5). */
const PLANS: readonly StepPlan[] = [
  {
    title: 'Record',
    fact: 'mtaStsTxt',
    owns: begins('sts.record.'),
    asking: 'the resolver',
    describe: record,
  },
  {
    title: 'Policy host',
    fact: 'policyHost',
    owns: begins('sts.host.'),
    asking: 'the resolver',
    describe: ({ facts }) => host(facts.policyHost),
  },
  {
    title: 'Certificate',
    fact: 'mtaStsPolicyFile',
    owns: (id) => CERTIFICATE.test(id),
    asking: 'with the file',
    describe: certificate,
  },
  {
    title: 'File',
    fact: 'mtaStsPolicyFile',
    owns: (id) => begins('sts.fetch.', 'sts.policy.')(id) && !CERTIFICATE.test(id),
    asking: 'the policy host',
    describe: file,
  },
  {
    title: 'MX match',
    fact: 'mx',
    owns: begins('sts.match.'),
    asking: 'for the mail servers',
    describe: match,
  },
]

export function mtaStsChain(state: CheckState): Step[] {
  return PLANS.map((plan) => toStep(plan, state)).map((step) => {
    // The policy is compared when both sides are in.
    const waits = step.title === 'MX match' && state.pending.has('mtaStsPolicyFile')
    return waits && step.standing !== 'error'
      ? { ...step, standing: 'waiting', word: 'Waiting', detail: 'for the file', link: 'open' }
      : step
  })
}

function record({ facts }: CheckState): Seen {
  const fact = facts.mtaStsRecord
  if (fact?.state !== 'found') return bare(fact)
  const { entries, usable } = fact.value
  if (usable !== null) return { standing: 'pass', detail: `\`id=${usable.id}\`` }
  const ours = entries.filter((entry) => entry.ours)
  if (ours.length > 1) return { standing: 'error', detail: `${inWords(ours.length)} records` }
  const [only] = ours
  if (only === undefined) return { standing: 'absent', detail: 'other TXT records only' }
  return { standing: 'error', detail: openingOf(only.text) }
}

function host(fact: Fact<HostAddresses> | undefined): Seen {
  if (fact?.state !== 'found') return bare(fact)
  const { a, aaaa } = fact.value
  const parts = [a, aaaa]
  const counts = parts.map((part) => (part.state === 'found' ? part.value.length : 0))
  if (counts.every((count) => count === 0)) {
    const failed = parts.find(({ state }) => state === 'failed')
    return bare(failed ?? a)
  }
  const words = ['A', 'AAAA'].map((type, i) => `${inWords(counts[i] ?? 0)} ${type}`)
  return { standing: 'pass', detail: words.join(', ') }
}

function certificate({ facts }: CheckState): Seen {
  const { mtaStsPolicyFile: fact, policyTls } = facts
  if (fact === undefined || fact.state === 'failed') return { ...bare(fact), detail: 'not seen' }
  if (policyTls?.state === 'found') return handshake(policyTls.value)
  if (fact.state === 'faulty' && fact.reason === 'tls')
    return { standing: 'error', detail: faultyWords('tls') }
  const answered = fact.state === 'found' || fact.seen !== undefined
  if (!answered) return { standing: 'not-applicable', detail: 'no answer over HTTPS' }
  return fact.source.via === 'page'
    ? { standing: 'pass', detail: 'this browser accepts it' }
    : { standing: 'unknown', detail: 'not seen with the file' }
}

function handshake({ trusted, error, leaf, protocol }: PolicyTls): Seen {
  if (!trusted)
    return { standing: 'error', detail: error === null ? 'not trusted' : `\`${error}\`` }
  const version = protocol.replace(/^TLSv/, 'TLS\u00a0')
  return { standing: 'pass', detail: leaf === null ? version : `valid to ${day(leaf.notAfter)}` }
}

function file({ facts }: CheckState): Seen {
  const fact = facts.mtaStsPolicyFile
  if (fact?.state !== 'found') return bare(fact)
  const policy = facts.mtaStsPolicy
  const mode = policy?.state === 'found' ? policy.value.value?.mode : undefined
  return mode === undefined
    ? { standing: 'error', detail: 'senders cannot use it' }
    : { standing: 'pass', detail: `\`mode: ${mode}\`` }
}

function match({ facts }: CheckState): Seen {
  const { mx, mtaStsPolicy } = facts
  const policy = mtaStsPolicy?.state === 'found' ? mtaStsPolicy.value.value : null
  const none: Seen = { standing: 'not-applicable', detail: 'no policy to compare with' }
  if (policy === null) return none
  if (mx?.state !== 'found') return mx?.state === 'failed' ? bare(mx) : { ...none, detail: 'no MX' }
  if (isNullMx(mx.value)) return { ...none, detail: 'takes no mail' }
  if (policy.mode === 'none') return { ...none, detail: '`mode: none`' }
  const hosts = mailHosts(mx.value)
  const covered = hosts.filter((name) => policy.mx.some((line) => matchesMxPattern(line, name)))
  const all = covered.length === hosts.length
  return { standing: all ? 'pass' : 'error', detail: `${covered.length} of ${hosts.length} match` }
}
