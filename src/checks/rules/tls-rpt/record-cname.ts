import { nothing, txtFact } from '../../../facts/build.ts'
import type { Alias } from '../../../protocols/dns/records.ts'
import { DOMAIN, rptRecords, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { isDelegated } from '../mta-sts/record-entries.ts'
import { GOOD, holdsRecord, RECORD_SPEC } from './record-entries.ts'

const NAME = `_smtp._tls.${DOMAIN}`

const alias = (target: string): { chain: Alias[] } => ({
  chain: [{ name: NAME, target, ttl: 3600 }],
})

interface Path {
  /** The last name of the chain. */
  target: string
}

export const recordCname = defineRule({
  id: 'rpt.record.cname',
  title: 'Whether the name of the record is an alias',
  needs: [],
  known: ['tlsRptRecord'],
  reads: ['wildcard'],
  spec: RECORD_SPEC,
  why:
    'With an alias you hand the record over to somebody else: they decide where reports go, and when their record goes, ' +
    'yours is gone too.',
  messages: {
    'rpt.record.cname': {
      severity: 'notice',
      title: ({ target }: Path) => `The record is delegated to \`${target}\``,
      advice: ({ target }: Path) =>
        `Make sure that you still want whoever runs \`${target}\` to decide where your reports go.`,
      why:
        'RFC 8460 does not mention aliases. They work all the same, because DNS follows them before the sender sees ' +
        'the answer.',
    },
    'rpt.record.cname-broken': {
      severity: 'error',
      title: ({ target, loop }: Path & { loop: boolean }) =>
        loop
          ? 'The record is an alias that leads back to itself'
          : `The record is delegated to \`${target}\`, where there is no TLS-RPT record`,
      advice: () => 'Repair the target, or replace the alias by a TXT record of your own.',
    },
  },
  examples: {
    'rpt.record.cname': seen(`${NAME} CNAME _smtp._tls.provider.example, where "${GOOD}" stands`, {
      tlsRptTxt: txtFact(NAME, [GOOD], alias('_smtp._tls.provider.example')),
    }),
    'rpt.record.cname-broken': seen(`${NAME} CNAME _smtp._tls.gone.example, which does not exist`, {
      tlsRptTxt: nothing(NAME, 'TXT', 'nxdomain', alias('_smtp._tls.gone.example')),
    }),
  },
  quiet: rptRecords(GOOD),
  check({ tlsRptRecord, wildcard }, find) {
    const { name: about, dns } = tlsRptRecord.source
    const loop = tlsRptRecord.state === 'faulty' && tlsRptRecord.reason === 'alias-loop'
    if (!loop && !isDelegated(tlsRptRecord, wildcard)) return []
    const target = dns?.chain.at(-1)?.target ?? about
    return holdsRecord(tlsRptRecord)
      ? [find('rpt.record.cname', { target }, { about })]
      : [find('rpt.record.cname-broken', { target, loop }, { about })]
  },
})
