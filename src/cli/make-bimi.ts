/** `signet make bimi`: the assertion record, and what DMARC needs before it. */
import { raisedDmarcRecord } from '../checks/corrections/dmarc.ts'
import { valueOf } from '../facts/fact.ts'
import type { FactSet } from '../facts/fact-set.ts'
import {
  bimiStanding,
  makeBimi,
  readBimi,
  type BimiField,
  type BimiTyped,
} from '../publish/make/bimi.ts'
import {
  chosen,
  lookUp,
  resultOf,
  withoutLookUp,
  type MakeResult,
  type MakeSubject,
} from './make.ts'

const OPTIONS: Record<BimiField, string> = {
  zone: '--zone',
  selector: '--selector',
  logo: '--logo',
  certificate: '--certificate',
  preference: '--avp',
  declined: '--decline',
  ttl: '--ttl',
}

export async function makeBimiFor(
  subject: MakeSubject,
  given: Omit<BimiTyped, 'zone' | 'ttl'>,
): Promise<MakeResult> {
  const typed = { ...given, zone: subject.zone, ttl: subject.ttl }
  const { domain } = subject.input
  // What cannot be used is said before anybody is asked.
  const { selector, logo } = chosen(
    readBimi(typed, { domain, zone: withoutLookUp(subject).zone }),
    OPTIONS,
  )
  const today = await lookUp(subject, ['bimiTxt', 'dmarcTxt', 'dmarcAbove'], selector)
  const choices = chosen(readBimi(typed, { domain, zone: today.zone }), OPTIONS)
  const made = makeBimi(choices, bimiStanding(selector, domain, today.facts.bimiTxt))
  const first = logo === '' ? [] : dmarcFirst(domain, today.facts)
  return resultOf(
    subject,
    today,
    { ...made, notes: [...first, ...made.notes] },
    { needed: ['bimiTxt'] },
  )
}

/** Without DMARC that stops something no provider looks for a logo (BIMI draft, Authentication Requirements). */
function dmarcFirst(domain: string, facts: FactSet): string[] {
  const discovery = valueOf(facts.dmarc)
  if (discovery === null) return []
  if (discovery.effective === null)
    return [
      `DMARC comes first: no record applies to \`${domain}\`, and without one no provider shows a logo.`,
    ]
  const raised = raisedDmarcRecord(facts)
  if (raised === null) return []
  return [
    `DMARC comes first: while \`${raised.where}\` reads \`${raised.old ?? ''}\`, no provider shows a logo. When its reports show that your own mail passes, replace it by \`${raised.text}\`.`,
  ]
}
