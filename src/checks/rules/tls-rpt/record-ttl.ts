import { txtFact } from '../../../facts/build.ts'
import { DOMAIN, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { GOOD, holdsRecord } from './record-entries.ts'

const NAME = `_smtp._tls.${DOMAIN}`

/** Seconds. Below it a resolver asks again while an attacker is still at work. */
const SHORT = 300

export const recordTtl = defineRule({
  id: 'rpt.record.ttl',
  title: 'How long resolvers keep the TLS-RPT record',
  needs: [],
  known: ['tlsRptRecord'],
  spec: [{ document: 'RFC 8460', section: '7' }],
  demand: 'practice',
  why:
    'Somebody who can forge DNS answers can hide the record, and with it the reports on what they do. The longer ' +
    'resolvers remember it the harder that is; DNSSEC prevents it.',
  messages: {
    'rpt.record.ttl': {
      severity: 'notice',
      // A resolver that had the answer already says what is left of the TTL, not how it was set.
      title: ({ ttl }: { ttl: number }) => `The record came with a TTL of ${ttl} seconds`,
      advice: () =>
        'Set the TTL of the record to 3600 seconds or more; if it is, this was the rest of it at a resolver that knew the record already.',
    },
  },
  examples: {
    'rpt.record.ttl': seen(`${NAME} 60 TXT "${GOOD}"`, {
      tlsRptTxt: txtFact(NAME, [GOOD], { ttl: 60 }),
    }),
  },
  quiet: seen(`${NAME} 3600 TXT "${GOOD}"`, { tlsRptTxt: txtFact(NAME, [GOOD], { ttl: 3600 }) }),
  check({ tlsRptRecord }, find) {
    const { name: about, dns } = tlsRptRecord.source
    const ttl = dns?.ttl ?? null
    if (!holdsRecord(tlsRptRecord) || ttl === null || ttl >= SHORT) return []
    return [find('rpt.record.ttl', { ttl }, { about })]
  },
})
