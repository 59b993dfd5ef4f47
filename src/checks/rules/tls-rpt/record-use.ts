import { valueOf } from '../../../facts/fact.ts'
import { isNullMx } from '../../../protocols/mx/mx.ts'
import { all, mx, noStsRecord, rptRecords, stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { holdsRecord as announcesSts } from '../mta-sts/record-entries.ts'
import { GOOD, holdsRecord, policyDomainOf } from './record-entries.ts'

const MAIL = mx('10 mail1.example.com')

export const withoutMtaSts = defineRule({
  id: 'rpt.record.no-mta-sts',
  title: 'What the reports are about',
  needs: [],
  known: ['tlsRptRecord', 'mtaStsRecord'],
  reads: ['tlsa', 'mx'],
  spec: [{ document: 'RFC 8460', section: '4' }],
  demand: 'practice',
  why:
    'Without a policy of yours senders report `no-policy-found`. That is useful already: it shows who reaches you with ' +
    'TLS before you insist on it.',
  messages: {
    'rpt.record.no-mta-sts': {
      severity: 'notice',
      title: ({ dane }: { dane: boolean }) =>
        dane
          ? 'Reports are asked for, and neither MTA-STS nor DANE makes senders insist on TLS'
          : 'Reports are asked for, and no MTA-STS policy makes senders insist on TLS',
      advice: () => 'Read the reports for some weeks, then set up MTA-STS in `testing`.',
    },
  },
  examples: { 'rpt.record.no-mta-sts': all(rptRecords(GOOD), noStsRecord()) },
  quiet: all(rptRecords(GOOD), stsRecords('v=STSv1; id=2026083101')),
  check({ tlsRptRecord, mtaStsRecord, tlsa, mx }, find) {
    if (!holdsRecord(tlsRptRecord) || announcesSts(mtaStsRecord)) return []
    // A domain that takes no mail needs no policy: `rpt.record.no-mail`.
    if (isNullMx(valueOf(mx) ?? [])) return []
    const hosts = valueOf(tlsa)
    if (hosts?.some((host) => host.tlsa.state !== 'absent') || tlsa?.state === 'failed') return []
    const about = tlsRptRecord.source.name
    return [find('rpt.record.no-mta-sts', { dane: hosts !== null }, { about })]
  },
})

export const withoutMail = defineRule({
  id: 'rpt.record.no-mail',
  title: 'Whether there is mail to report on',
  needs: ['mx'],
  known: ['tlsRptRecord'],
  spec: [{ document: 'RFC 7505', section: '3' }],
  demand: 'practice',
  why: 'Reports come from senders that tried to deliver mail. To a domain with a null MX nobody tries.',
  messages: {
    'rpt.record.no-mail': {
      severity: 'notice',
      title: ({ domain }: { domain: string }) =>
        `\`${domain}\` takes no mail, so no reports will come`,
      advice: () => 'Delete the TLS-RPT record.',
    },
  },
  examples: { 'rpt.record.no-mail': all(rptRecords(GOOD), mx('0 .')) },
  quiet: all(rptRecords(GOOD), MAIL),
  check({ mx, tlsRptRecord, source }, find) {
    if (!holdsRecord(tlsRptRecord) || !isNullMx(mx)) return []
    const { name: about } = tlsRptRecord.source
    const domain = policyDomainOf(about) ?? source('mx').name
    return [find('rpt.record.no-mail', { domain }, { about })]
  },
})
