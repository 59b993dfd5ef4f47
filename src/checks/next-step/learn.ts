import { failuresIn, type FactName } from '../../facts/fact-set.ts'
import type { Failed } from '../../facts/fact.ts'
import { hasAddress } from '../../facts/host.ts'
import { policyUrl } from '../../facts/build.ts'
import { valueOf } from '../../facts/fact.ts'
import type { NextStep } from './step.ts'
import { holdsRecord } from '../rules/mta-sts/record-entries.ts'
import { namesOf } from './words.ts'
import type { Checked } from './checked.ts'

/** What could not be looked up, where everything else hangs on it. */
export function lookAgain({ domain, facts }: Checked): NextStep | null {
  const failures = (['mx', 'mtaStsTxt', 'policyHost'] satisfies FactName[]).flatMap((name) => {
    const fact = facts[name]
    if (fact === undefined) return []
    const known = name === 'policyHost' && valueOf(facts.policyHost)
    // One kind of address is enough to go on.
    return known && hasAddress(known) ? [] : failuresIn(fact)
  })
  const [first] = failures
  if (first === undefined) return null
  return {
    kind: 'learn',
    heading: `Look up \`${domain}\` again`,
    why: `${namesOf(failures.map(({ source }) => source.name))} could not be looked up: ${reason(first)}. That says nothing about the domain.`,
    items: [
      {
        title: 'Try again in a moment, or choose another resolver in the settings.',
        action: 'retry',
      },
    ],
  }
}

/** A policy file that we could not fetch: before it is known, no record is safe to put right. */
export function pasteFile({ domain, facts }: Checked): NextStep | null {
  const { mtaStsPolicyFile: file, mtaStsRecord } = facts
  const host = valueOf(facts.policyHost)
  const isMeant = holdsRecord(mtaStsRecord) || (host !== null && hasAddress(host))
  if (file?.state !== 'failed' || !isMeant) return null
  const url = policyUrl(domain)
  return {
    kind: 'learn',
    heading: 'Paste the policy file',
    why: `It could not be fetched from here: ${reason(file)}. That says nothing about the domain, but what to do next depends on the file.`,
    items: [
      { title: 'Try again in a moment.', action: 'retry' },
      { title: `Or run \`curl -i ${url}\` and paste what it shows.`, action: 'paste-policy' },
    ],
  }
}

/** Reports are asked for by a record that could not be looked up. */
export function lookAgainForReports({ facts }: Checked): NextStep | null {
  const { tlsRptTxt } = facts
  if (tlsRptTxt?.state !== 'failed') return null
  return {
    kind: 'learn',
    heading: `Look up \`${tlsRptTxt.source.name}\` again`,
    why: `The TLS-RPT record could not be looked up: ${reason(tlsRptTxt)}. That says nothing about the domain.`,
    items: [{ title: 'Try again in a moment.', action: 'retry' }],
  }
}

function reason({ detail, reason: word }: Failed): string {
  return (detail === '' ? word : detail).replace(/[.\s]+$/, '').replaceAll('`', "'")
}
