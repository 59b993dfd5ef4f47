/** TLS-RPT: the record, and whether its targets can take reports (RFC 8460 section 3). */
import { valueOf } from '../../facts/fact.ts'
import type { RawFactSet, ReportTarget } from '../../facts/fact-set.ts'
import { parseTlsRptRecord } from '../../protocols/tls-rpt/record.ts'
import type { ReportUri } from '../../protocols/tls-rpt/report-uri.ts'
import type { FactPlan } from '../plan.ts'
import type { Sources } from '../sources.ts'
import { askAddresses, askNames, askRecord, entry, hasNone, together } from './ask.ts'

/** More targets than anybody has; beyond them a record would only keep us busy. */
const MOST_TARGETS = 20

export const TLS_RPT_PLAN: readonly FactPlan[] = [
  entry({
    name: 'tlsRptTxt',
    after: [],
    of: 'resolver',
    asks: ({ domain }) => `\`TXT\` of \`_smtp._tls.${domain}\``,
    gather: ({ domain }, _, sources, signal) => askRecord(`_smtp._tls.${domain}`, sources, signal),
  }),
  entry({
    name: 'tlsRptElsewhere',
    after: ['tlsRptTxt'],
    of: 'resolver',
    asks: ({ domain }) => `\`TXT\` at names that are taken for \`_smtp._tls.${domain}\``,
    when: ({ tlsRptTxt }) => hasNone(tlsRptTxt, parseTlsRptRecord),
    async gather({ domain }, _, sources, signal) {
      // rpt.record.wrong-name; the domain itself is a fact of its own.
      const names = [
        `_tls.${domain}`,
        `_smtp-tls.${domain}`,
        `_smtp_tls.${domain}`,
        `smtp._tls.${domain}`,
        `_tls._smtp.${domain}`,
        `_smtp._tls.${domain}.${domain}`,
      ]
      return together(await askNames(names, sources, signal), domain)
    },
  }),
  entry({
    name: 'tlsRptTargets',
    after: ['tlsRptTxt'],
    of: 'resolver',
    asks: ({ domain }) => `the targets of reports about \`${domain}\``,
    when: (known) => targetsOf(known).length > 0,
    async gather({ domain }, known, sources, signal) {
      const targets = targetsOf(known).map((uri) => askTarget(uri, sources, signal))
      return together(await Promise.all(targets), `_smtp._tls.${domain}`)
    },
  }),
]

function targetsOf({ tlsRptTxt }: RawFactSet): ReportUri[] {
  const records = valueOf(tlsRptTxt) ?? []
  return records
    .flatMap(({ text }) => parseTlsRptRecord(text).value?.rua ?? [])
    .slice(0, MOST_TARGETS)
}

export async function askTarget(
  { scheme, uri, host }: ReportUri,
  sources: Sources,
  signal?: AbortSignal,
): Promise<ReportTarget> {
  const target = { uri, kind: scheme, host }
  if (isAddress(host)) return target
  if (scheme === 'https') return { ...target, addresses: await askAddresses(host, sources, signal) }
  const mx = await sources.dns(host, 'MX', signal)
  if (mx.state !== 'absent') return { ...target, mx }
  // Without an MX mail goes to the domain's own address (RFC 5321 section 5.1).
  return { ...target, mx, addresses: await askAddresses(host, sources, signal) }
}

/** An address in place of a name: there is nothing to look up. */
function isAddress(host: string): boolean {
  return host.startsWith('[') || /^[\d.]+$/.test(host)
}
