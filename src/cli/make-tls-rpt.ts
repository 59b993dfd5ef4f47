/** `signet make tls-rpt`: the record, in the place of the one that is there. */
import {
  makeTlsRpt,
  readTlsRpt,
  rptStanding,
  type TlsRptField,
  type TlsRptToday,
} from '../publish/make/tls-rpt.ts'
import {
  chosen,
  lookUp,
  resultOf,
  withoutLookUp,
  type MakeResult,
  type MakeSubject,
  type Today,
} from './make.ts'
import { WrongCommand } from './wrong-command.ts'

const OPTIONS: Record<TlsRptField, string> = { zone: '--zone', rua: '--rua', ttl: '--ttl' }

const NEEDED = ['tlsRptTxt'] as const

export async function makeTlsRptFor(
  subject: MakeSubject,
  rua: readonly string[],
): Promise<MakeResult> {
  const typed = { rua: rua.map(withScheme), zone: subject.zone, ttl: subject.ttl }
  const { domain } = subject.input
  // What cannot be used is said before anybody is asked.
  chosen(readTlsRpt(typed, todayOf(domain, withoutLookUp(subject))), OPTIONS)
  const today = await lookUp(subject, NEEDED)
  const known = todayOf(domain, today)
  const made = makeTlsRpt(chosen(readTlsRpt(typed, known), OPTIONS), known.record)
  return resultOf(subject, today, made, { needed: NEEDED })
}

/** A page may guess what is meant; a command takes URIs. */
function withScheme(uri: string): string {
  if (uri.includes('@') && !/^[a-z][a-z\d+.-]*:/i.test(uri))
    throw new WrongCommand(`--rua: \`${uri}\` has no scheme; write \`mailto:${uri}\``)
  return uri
}

function todayOf(domain: string, { facts, zone }: Today): TlsRptToday {
  return { domain, zone, record: rptStanding(domain, facts.tlsRptTxt) }
}
