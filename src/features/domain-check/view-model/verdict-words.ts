/** One sentence for each verdict that no finding words. Without final stop, in our small mark-up. */
import type { Protocol } from '../../../checks/protocols.ts'
import { valueOf } from '../../../facts/fact.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { softened } from '../../../protocols/dmarc/tree-walk.ts'
import { DEFAULT_SELECTOR, recordName } from '../../../protocols/bimi/selector.ts'
import { isNullMx, mailHosts } from '../../../protocols/mx/mx.ts'
import type { CheckState } from './check-state.ts'
import { capitalised, countOf, duration, inWords, listed } from '../../../ui/count.ts'

type Sentences = Record<Protocol, (state: CheckState) => string>

/** Findings that a glance understands better in other words than their own. */
export const SHORTER: Readonly<Record<string, string>> = {
  'bimi.dmarc.p-none': 'Mailboxes ignore the logo while DMARC says `p=none`',
  'bimi.dmarc.sp-none': 'Mailboxes ignore the logo while DMARC says `sp=none`',
  'bimi.dmarc.present': 'Mailboxes ignore the logo without DMARC',
}

export const ABSENT: Sentences = {
  'mta-sts': ({ subject }) =>
    `No record at \`_mta-sts.${subject.domain}\`, so nothing tells senders to insist on TLS`,
  'tls-rpt': ({ subject }) =>
    `No record at \`_smtp._tls.${subject.domain}\`, so nobody reports failed deliveries`,
  bimi: ({ subject, facts }) => {
    const selector = valueOf(facts.bimiQuestion)?.selector ?? DEFAULT_SELECTOR
    return `No record at \`${recordName(selector, subject.domain)}\`, so no logo is announced`
  },
  mx: () => 'No mail server is named',
  dmarc: () => 'No record applies, so nothing stops mail that is forged in this name',
  dane: ({ facts }) => {
    if (valueOf(facts.tlsa)?.length === 0) return 'There is no mail server to protect'
    return facts.mx?.source.dns?.authenticated === false
      ? 'The zone is not signed with DNSSEC. MTA-STS does not need it'
      : 'No mail server has TLSA records. MTA-STS does not need them'
  },
}

export const PASS: Sentences = {
  'mta-sts': ({ facts }) => {
    const policy = facts.mtaStsPolicy?.state === 'found' ? facts.mtaStsPolicy.value.value : null
    if (policy === null) return 'Nothing stands against it'
    if (policy.mode === 'none') return 'Switched off with `mode: none`'
    const kept = `senders keep the policy for ${duration(policy.maxAge)}`
    return policy.mode === 'enforce'
      ? `Enforced: ${kept}`
      : `In testing: senders report failures and still deliver`
  },
  'tls-rpt': ({ facts }) => {
    const record = facts.tlsRptRecord?.state === 'found' ? facts.tlsRptRecord.value.usable : null
    const targets = (record?.rua ?? []).map(({ uri }) => `\`${uri.replace(/^mailto:/i, '')}\``)
    return targets.length === 0 ? 'Nothing stands against it' : `Reports go to ${listed(targets)}`
  },
  bimi: ({ facts }) => bimi(facts),
  mx: ({ facts }) => {
    if (facts.mx?.state !== 'found') return 'No MX record'
    if (isNullMx(facts.mx.value)) return 'A null MX: this domain takes no mail'
    const count = mailHosts(facts.mx.value).length
    const all = count === 1 ? 'with an address' : 'all with addresses'
    return `${capitalised(inWords(count))} mail server${count === 1 ? '' : 's'}, ${all}`
  },
  dmarc: ({ facts, subject }) => dmarc(facts, subject.domain),
  dane: ({ facts }) => {
    const hosts = valueOf(facts.tlsa) ?? []
    const covered = hosts.filter(({ tlsa }) => tlsa.state === 'found')
    if (covered.length === 0) return 'Nothing stands against it'
    return covered.length === hosts.length
      ? `TLSA records at ${hosts.length === 1 ? 'the mail server' : `all ${inWords(hosts.length)} mail servers`}`
      : `TLSA records at ${countOf(covered.length, 'mail server')} of ${hosts.length}`
  },
}

function bimi({ bimiAssertion }: FactSet): string {
  const assertion = valueOf(bimiAssertion)
  if (assertion === null) return 'Nothing stands against it'
  const { location, evidence } = assertion.record
  if (location === '' && evidence === '') return 'The record asks mailboxes to show no logo'
  const what = evidence === '' ? 'A logo without a mark certificate' : 'A logo and a certificate'
  const from = assertion.at === 'organizational-domain' ? ` by \`${assertion.name}\`` : ''
  return `${what}, announced${from}`
}

function dmarc({ dmarc: fact }: FactSet, domain: string): string {
  const effective = valueOf(fact)?.effective ?? null
  if (effective === null) return 'Nothing stands against it'
  const { policy, tag, from, record } = effective
  const where = from === domain ? '' : `, from \`${from}\``
  const said = `\`${tag}=${policy}\`${where}`
  switch (softened(policy, record.testing)) {
    case 'none':
      return `Valid. ${said} asks for reports and stops nothing`
    case 'quarantine':
      return `${said}: forged mail goes to junk`
    case 'reject':
      return `${said}: forged mail is refused`
  }
}
