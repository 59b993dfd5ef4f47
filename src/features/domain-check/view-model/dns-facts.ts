import type { Fact } from '../../../facts/fact.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { isNullMx } from '../../../protocols/mx/mx.ts'
import { listed } from '../../../ui/count.ts'
import { absentWords, failedBriefly, faultyWords } from '../../../queries/failure-words.ts'
import { sourceWords } from './source-words.ts'

/** One line about the zone, in our small mark-up. */
export interface DnsFact {
  name: string
  text: string
}

/** The zone in a few lines: MX where there is no table, name servers, SOA. */
export function dnsFacts(facts: FactSet): DnsFact[] {
  // Mail servers have a table of their own.
  const hasTable = facts.mx?.state === 'found' && !isNullMx(facts.mx.value)
  return [
    hasTable ? null : line('MX', facts.mx, () => 'A null MX: this domain takes no mail.'),
    line('Address', facts.domainAddresses, (host) =>
      listed(
        [host.a, host.aaaa].flatMap((fact) => (fact.state === 'found' ? fact.value.map(code) : [])),
      ),
    ),
    line('Name servers', facts.ns, (names) => `${listed([...names].sort().map(code))}.`),
    line('SOA', facts.soa, ([record]) =>
      record === undefined
        ? 'empty.'
        : `Primary ${code(record.primary)}, serial ${record.serial}. “Not there” may be kept for ${record.minimum}\u00a0seconds.`,
    ),
  ].flatMap((fact) => (fact === null ? [] : [fact]))
}

function line<T>(
  name: string,
  fact: Fact<T> | undefined,
  words: (value: T) => string,
): DnsFact | null {
  if (fact === undefined) return null
  return {
    name,
    text: `${stateWords(fact, words)} ${fact.state === 'failed' ? '' : sourceWords(fact.source)}`.trim(),
  }
}

function stateWords<T>(fact: Fact<T>, words: (value: T) => string): string {
  switch (fact.state) {
    case 'found':
      return words(fact.value)
    case 'absent':
      return `Nothing: ${absentWords(fact.how)}.`
    case 'faulty':
      return `${faultyWords(fact.reason)}.`
    case 'failed':
      return `Could not be learned: ${failedBriefly(fact.reason)}.`
  }
}

/** The AD bit of the zone's own answers (RFC 4035 section 3.2.3). Without it MTA-STS works all the same. */
export function dnssec({ soa, mx, ds }: FactSet): DnsFact[] {
  const answer = [soa, mx].find((fact) => fact?.source.dns !== undefined && fact.state !== 'failed')
  if (answer?.source.dns === undefined) return []
  if (answer.source.dns.authenticated)
    return [{ name: 'DNSSEC', text: 'Signed, and the resolver validated the signatures.' }]
  const text =
    ds?.state === 'found'
      ? 'The parent zone says that it is signed, but the resolver did not validate the answers.'
      : 'Not signed. MTA-STS and TLS-RPT do not need it.'
  return [{ name: 'DNSSEC', text }]
}

function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ')}\``
}
