import type { ReportTarget } from '../../../facts/fact-set.ts'
import type { CheckState } from './check-state.ts'
import { countOf, inWords } from '../../../ui/count.ts'
import { absentWords, failedBriefly, faultyWords } from '../../../queries/failure-words.ts'
import { openingOf } from './opening.ts'
import { standingOfFact, toStep, type Seen, type Step, type StepPlan } from './step.ts'

const TARGET = /^rpt\.record\.rua/

/** A sender that met a failure looks the record up and sends its report there (RFC 8460 section 3). */
const PLANS: readonly StepPlan[] = [
  {
    title: 'Record',
    fact: 'tlsRptTxt',
    owns: (id) => id.startsWith('rpt.record.') && !TARGET.test(id),
    asking: 'the resolver',
    describe: record,
  },
  {
    title: 'Address',
    fact: 'tlsRptTargets',
    owns: (id) => TARGET.test(id),
    asking: 'for its domain',
    describe: address,
  },
]

export function tlsRptChain(state: CheckState): Step[] {
  return PLANS.map((plan) => toStep(plan, state))
}

function record({ facts }: CheckState): Seen {
  const fact = facts.tlsRptRecord
  const standing = standingOfFact(fact)
  switch (fact?.state) {
    case 'found':
      return foundRecord(fact.value)
    case 'absent':
      return { standing, detail: absentWords(fact.how) }
    case 'faulty':
      return { standing, detail: faultyWords(fact.reason) }
    case 'failed':
      return { standing, detail: failedBriefly(fact.reason) }
    case undefined:
      return { standing, detail: 'nobody needed to ask' }
  }
}

function foundRecord(value: { entries: { ours: boolean; text: string }[]; usable: unknown }): Seen {
  if (value.usable !== null) return { standing: 'pass', detail: '`v=TLSRPTv1`' }
  const [first, ...rest] = value.entries.filter(({ ours }) => ours)
  if (first === undefined) return { standing: 'absent', detail: 'other TXT records only' }
  return rest.length > 0
    ? { standing: 'error', detail: `${inWords(rest.length + 1)} records` }
    : { standing: 'error', detail: openingOf(first.text) }
}

function address({ facts }: CheckState): Seen {
  const { tlsRptTargets, tlsRptRecord } = facts
  const usable = tlsRptRecord?.state === 'found' ? tlsRptRecord.value.usable : null
  if (usable === null) return { standing: 'not-applicable', detail: 'no record to read it from' }
  if (tlsRptTargets?.state !== 'found')
    return {
      standing: standingOfFact(tlsRptTargets),
      detail: countOf(usable.rua.length, 'address', 'addresses'),
    }
  return targets(tlsRptTargets.value)
}

function targets(value: readonly ReportTarget[]): Seen {
  const [only] = value
  if (only === undefined) return { standing: 'not-applicable', detail: 'none to look up' }
  if (value.length > 1)
    return { standing: 'pass', detail: countOf(value.length, 'address', 'addresses') }
  return {
    standing: 'pass',
    detail: only.kind === 'mailto' ? 'its domain takes mail' : 'its host exists',
  }
}
