import { nothing } from '../../../facts/build.ts'
import { valueOf } from '../../../facts/fact.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import type { MxRecord } from '../../../protocols/dns/records.ts'
import { isNullMx } from '../../../protocols/mx/mx.ts'
import { DOMAIN, rptRecords, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { isDelegated } from '../mta-sts/record-entries.ts'
import { quoted } from '../quoted.ts'
import {
  GOOD,
  holdsRecord,
  policyDomainOf,
  RECORD_SPEC,
  recordAt,
  recordsElsewhere,
} from './record-entries.ts'

const NAME = `_smtp._tls.${DOMAIN}`

interface Missing {
  name: string
  domain: string
  /** What senders already insist on: then failures cost mail, and nobody is told. */
  insists: 'MTA-STS' | 'DANE' | null
  /** Another TXT record that stands at the name. */
  other: string | null
}

export const recordPresent = defineRule({
  id: 'rpt.record.present',
  title: 'Whether there is a TLS-RPT record',
  needs: [],
  known: ['tlsRptRecord'],
  reads: ['tlsRptElsewhere', 'domainTxt', 'wildcard', 'mtaStsRecord', 'tlsa', 'mx'],
  spec: RECORD_SPEC,
  why:
    'Senders that fail to reach you over TLS tell nobody unless a record says where reports go. With MTA-STS or DANE ' +
    'they also hold the mail back, and the reports are how you hear of it before people do.',
  messages: {
    'rpt.record.present': {
      severity: 'warning',
      title: ({ insists, other }: Missing) => {
        if (other !== null)
          return `The TXT record here is another one, not TLS-RPT: ${quoted(other)}`
        return insists === null
          ? 'No TLS-RPT record asks senders for reports'
          : `${insists} is set up, and no TLS-RPT record asks senders what comes of it`
      },
      advice: ({ name, domain }: Missing) =>
        `Publish the TXT record \`v=TLSRPTv1; rua=mailto:tls-reports@${domain}\` at \`${name}\`, with a mailbox of yours.`,
    },
  },
  examples: {
    'rpt.record.present': seen(`${NAME} has no TXT record`, { tlsRptTxt: nothing(NAME, 'TXT') }),
  },
  quiet: rptRecords(GOOD),
  fix: 'tls-rpt-record',
  check({ tlsRptRecord, mtaStsRecord, tlsa, mx, ...rest }, find) {
    const about = tlsRptRecord.source.name
    // A record at a wrong name and an alias that leads nowhere have findings of their own.
    if (
      holdsRecord(tlsRptRecord) ||
      recordsElsewhere(rest).length > 0 ||
      isDelegated(tlsRptRecord, rest.wildcard) ||
      takesNoMail(mx)
    )
      return []
    const hasSts = valueOf(mtaStsRecord)?.entries.some(({ ours }) => ours) === true
    const hasTlsa = (valueOf(tlsa) ?? []).some((host) => host.tlsa.state === 'found')
    const args = {
      name: about,
      domain: policyDomainOf(about) ?? DOMAIN,
      insists: hasSts ? ('MTA-STS' as const) : hasTlsa ? ('DANE' as const) : null,
    }
    if (tlsRptRecord.state !== 'found')
      return [find('rpt.record.present', { ...args, other: null }, { about })]
    const other = tlsRptRecord.value.entries[0]?.text ?? ''
    return [find('rpt.record.present', { ...args, other }, recordAt(about, tlsRptRecord.value, 0))]
  },
})

/** A domain that takes no mail, or does not exist, has nothing to report on. */
function takesNoMail(mx: FactSet['mx']): boolean {
  if (mx?.state === 'absent') return mx.how === 'nxdomain'
  return isNullMx(valueOf<MxRecord[]>(mx) ?? [])
}
