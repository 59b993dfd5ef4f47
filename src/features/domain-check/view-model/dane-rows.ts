import { valueOf, type Fact } from '../../../facts/fact.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { formatTlsa, type TlsaRecord } from '../../../protocols/dane/tlsa.ts'
import { absentWords, failedBriefly, faultyWords } from '../../../queries/failure-words.ts'

/** One mail server and its TLSA records. */
export interface DaneRow {
  host: string
  records: string[]
  without: string | null
  /** Whether DNSSEC vouches for the answer (the AD bit, RFC 4035 section 3.2.3). */
  signed: string
}

export function daneRows({ tlsa }: FactSet): DaneRow[] {
  return (valueOf(tlsa) ?? []).map(({ host, tlsa: fact }) => ({
    host,
    records: fact.state === 'found' ? fact.value.map(formatTlsa) : [],
    without: withoutWords(fact),
    signed:
      fact.state === 'failed'
        ? 'not known'
        : fact.source.dns?.authenticated === true
          ? 'signed and validated'
          : 'not signed',
  }))
}

function withoutWords(fact: Fact<TlsaRecord[]>): string | null {
  switch (fact.state) {
    case 'found':
      return null
    case 'absent':
      return `none: ${absentWords(fact.how)}`
    case 'faulty':
      return faultyWords(fact.reason)
    case 'failed':
      return `could not be looked up: ${failedBriefly(fact.reason)}`
  }
}

/** DANE and MTA-STS in two sentences: what each does here, and what they do together (RFC 8461 section 2). */
export function daneAndStsWords(facts: FactSet): string {
  const hosts = valueOf(facts.tlsa) ?? []
  const secure = hosts.some(
    ({ tlsa }) => tlsa.state === 'found' && tlsa.source.dns?.authenticated === true,
  )
  const mode = valueOf(facts.mtaStsPolicy)?.value?.mode
  const hasSts = mode === 'enforce' || mode === 'testing'
  if (secure && hasSts)
    return 'Senders that know DANE check the certificate against TLSA, all others against the MTA-STS policy. A sender that knows both needs both to hold: a good policy does not rescue a TLSA record that does not match.'
  if (secure)
    return 'Senders that know DANE check the certificate against TLSA. Gmail and others know only MTA-STS, which would protect their mail too.'
  if (hasSts)
    return 'MTA-STS protects mail from senders that know it, and asks for no signed zone. DANE would add senders that know only TLSA, once the zones of the domain and of its mail servers are signed.'
  return 'DANE pins the certificate of a mail server in signed DNS, MTA-STS names it in a policy file on the web. Either tells senders to insist on TLS, and neither needs the other.'
}
