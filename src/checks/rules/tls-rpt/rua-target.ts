import { hostAddresses, mxFact, noHost, nothing } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import type { ReportTarget } from '../../../facts/fact-set.ts'
import { hasNoAddress } from '../../../facts/host.ts'
import { isNullMx } from '../../../protocols/mx/mx.ts'
import { all, rptRecords, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { RECORD_SPEC, uriAt } from './record-entries.ts'

const HOST = 'reports.example.net'
const URI = `mailto:tls@${HOST}`

const target = (show: string, parts: Partial<ReportTarget>): Example =>
  all(
    rptRecords(`v=TLSRPTv1; rua=${URI}`),
    seen(show, {
      tlsRptTargets: found([{ uri: URI, kind: 'mailto', host: HOST, ...parts }], {
        name: HOST,
        via: 'dns',
      }),
    }),
  )

interface Missing {
  host: string
  /** The name itself does not exist; otherwise it has nothing to deliver to. */
  nxdomain: boolean
}

export const ruaTarget = defineRule({
  id: 'rpt.record.rua-target',
  title: 'Whether the addresses for reports can be reached',
  needs: ['tlsRptRecord', 'tlsRptTargets'],
  spec: [...RECORD_SPEC, { document: 'RFC 7505', section: '3' }],
  why: 'Reports to an address that takes none are lost, and nobody is told.',
  messages: {
    'rpt.record.rua-null-mx': {
      severity: 'error',
      title: ({ host }: { host: string }) =>
        `Reports go to \`${host}\`, which says that it takes no mail`,
      advice: () => 'Name a mailbox at a domain that takes mail.',
      why: 'A null MX tells senders to give up at once, so every report bounces.',
    },
    'rpt.record.rua-target-nx': {
      severity: 'error',
      title: ({ host, nxdomain }: Missing) =>
        nxdomain
          ? `Reports go to \`${host}\`, which does not exist`
          : `Reports go to \`${host}\`, which has no server to take them`,
      advice: () => 'Correct the address.',
    },
  },
  examples: {
    'rpt.record.rua-null-mx': target(`${HOST} MX 0 .`, { mx: mxFact(HOST, ['0 .']) }),
    'rpt.record.rua-target-nx': target(`${HOST} does not exist`, {
      mx: nothing(HOST, 'MX'),
      addresses: noHost(HOST),
    }),
  },
  quiet: target(`${HOST} MX 10 mail.example.net`, {
    mx: mxFact(HOST, ['10 mail.example.net']),
    addresses: hostAddresses(HOST, []),
  }),
  check({ tlsRptRecord, tlsRptTargets, source }, find) {
    const about = source('tlsRptRecord').name
    return tlsRptTargets.flatMap((target) => {
      const { host, uri } = target
      const at = uriAt(about, tlsRptRecord, uri)
      if (target.mx?.state === 'found' && isNullMx(target.mx.value))
        return [find('rpt.record.rua-null-mx', { host }, at)]
      const missing = missingOf(target)
      return missing === null ? [] : [find('rpt.record.rua-target-nx', missing, at)]
    })
  },
})

/** Surely nothing there: a question that failed proves nothing. */
function missingOf({ host, mx, addresses }: ReportTarget): Missing | null {
  if (mx?.state === 'found' || mx?.state === 'failed') return null
  if (mx?.state === 'absent' && mx.how === 'nxdomain') return { host, nxdomain: true }
  if (addresses === undefined || !hasNoAddress(addresses)) return null
  const nxdomain = addresses.a.state === 'absent' && addresses.a.how === 'nxdomain'
  return { host, nxdomain }
}
