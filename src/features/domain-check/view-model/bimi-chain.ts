import { valueOf, type Fact } from '../../../facts/fact.ts'
import { softened } from '../../../protocols/dmarc/tree-walk.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { bare } from './bare.ts'
import type { CheckState, Told } from './check-state.ts'
import { countOf, inWords } from '../../../ui/count.ts'
import { isGzip, pemBlocks } from './fetched-file.ts'
import { openingOf } from './opening.ts'
import { toStep, type Seen, type Step, type StepPlan } from './step.ts'

/** Findings about a pasted message are no step of the domain's. */
const DMARC = /^bimi\.(?:dmarc\.(?!alignment)|spf\.)/
const FILE = /^bimi\.(?:host|svg|cert)\./

/** What a mailbox provider looks at, and where it stops (BIMI draft, Authentication Requirements and Discovery). */
const PLANS: readonly StepPlan[] = [
  {
    title: 'Record',
    fact: 'bimiTxt',
    owns: (id) => /^bimi\.(?:record|selector)\./.test(id),
    asking: 'the resolver',
    describe: record,
  },
  {
    title: 'DMARC',
    fact: 'dmarcAbove',
    owns: (id) => DMARC.test(id),
    asking: 'the resolver',
    describe: dmarc,
  },
  {
    title: 'Logo',
    fact: 'indicator',
    owns: (id) => FILE.test(id),
    isOwn: (finding, state) => !isAboutEvidence(finding, state),
    asking: 'the host of the logo',
    describe: logo,
  },
  {
    title: 'Certificate',
    fact: 'evidence',
    owns: (id) => FILE.test(id),
    isOwn: isAboutEvidence,
    asking: 'its host',
    describe: certificate,
  },
]

export function bimiChain(state: CheckState): Step[] {
  return PLANS.map((plan) => toStep({ ...plan, stops: 'mailboxes' }, state))
}

/** The rules about hosting are the same for both files: the address, or its host, tells which is meant. */
function isAboutEvidence({ about }: Told, { facts }: CheckState): boolean {
  const { location = '', evidence = '' } = valueOf(facts.bimiAssertion)?.record ?? {}
  if (evidence === '') return false
  if (about === evidence || about === facts.evidence?.source.name) return true
  return about !== location && about === hostOf(evidence) && about !== hostOf(location)
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : ''
}

function record({ facts }: CheckState): Seen {
  const fact = facts.bimiRecord
  if (fact?.state !== 'found') return bare(fact)
  const assertion = valueOf(facts.bimiAssertion)
  if (assertion?.at === 'local-part') return { standing: 'pass', detail: 'for the address' }
  const { entries, usable } = fact.value
  const ours = entries.filter((entry) => entry.ours)
  if (usable === null && ours.length > 1)
    return { standing: 'error', detail: `${inWords(ours.length)} records` }
  const [only] = ours
  if (only === undefined) return { standing: 'absent', detail: 'other TXT records only' }
  if (usable === null) return { standing: 'error', detail: openingOf(only.text) }
  if (usable.location === '' && usable.evidence === '')
    return { standing: 'pass', word: 'Declines', detail: 'asks for no logo' }
  const inherited = assertion?.at === 'organizational-domain'
  return { standing: 'pass', detail: inherited ? `\`${fact.source.name}\`` : '`v=BIMI1`' }
}

function dmarc({ facts }: CheckState): Seen {
  const fact = facts.dmarc
  if (fact?.state !== 'found') return bare(fact)
  const { effective } = fact.value
  if (effective === null) return { standing: 'absent', detail: 'no record applies' }
  const { policy, tag, record: said } = effective
  const detail = `\`${tag}=${policy}\`${said.testing ? ' with `t=y`' : ''}`
  // Without a logo nothing is owed to BIMI, and no finding says so; the step shows what there is.
  return softened(policy, said.testing) === 'none'
    ? { standing: 'not-applicable', word: 'Not enforced', detail }
    : { standing: 'pass', detail }
}

function logo(state: CheckState): Seen {
  const { indicator } = state.facts
  const address = addressIn(state, 'location')
  if (typeof address !== 'string') return address
  if (address === '') return { standing: 'absent', detail: 'no `l=`' }
  return indicator?.state === 'found' ? describeLogo(indicator.value) : notFetched(indicator)
}

function certificate(state: CheckState): Seen {
  const { evidence } = state.facts
  const address = addressIn(state, 'evidence')
  if (typeof address !== 'string') return address
  if (address === '') return { standing: 'absent', detail: 'no `a=`' }
  if (evidence?.state !== 'found') return notFetched(evidence)
  const blocks = pemBlocks(evidence.value)
  return blocks === 0
    ? { standing: 'pass', word: 'Fetched', detail: 'no PEM block in it' }
    : { standing: 'pass', word: 'Fetched', detail: countOf(blocks, 'PEM block') }
}

/** The address in the record that applies, or why there is none to look at. */
function addressIn({ facts }: CheckState, which: 'location' | 'evidence'): string | Seen {
  const assertion = valueOf(facts.bimiAssertion)
  if (assertion === null) return { standing: 'not-applicable', detail: 'no record to read it from' }
  const { location, evidence } = assertion.record
  if (location === '' && evidence === '')
    return { standing: 'not-applicable', detail: 'the record declines' }
  return assertion.record[which]
}

/** The rules about files look deeper later: what is shown here is that the file came, and what it is. */
function describeLogo(answer: HttpAnswer): Seen {
  const kind = isGzip(answer) ? 'SVGZ' : 'SVG'
  return {
    standing: 'pass',
    word: 'Fetched',
    detail: `${kind}, ${answer.bytes.toLocaleString('en')}\u00a0bytes`,
  }
}

function notFetched(fact: Fact<HttpAnswer> | undefined): Seen {
  return fact === undefined
    ? { standing: 'not-applicable', detail: 'nobody needed to ask' }
    : bare(fact)
}
