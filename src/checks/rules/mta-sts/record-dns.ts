import { txtFact } from '../../../facts/build.ts'
import { DOMAIN, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { holdsRecord } from './record-entries.ts'

const NAME = `_mta-sts.${DOMAIN}`
const TEXT = 'v=STSv1; id=2026083101'

/** Section 8.1: senders may see the old id for one TTL after a change. */
const DAY = 86400

export const recordDns = defineRule({
  id: 'sts.record.dns',
  title: 'How the DNS holds the record',
  needs: [],
  known: ['mtaStsRecord'],
  spec: [{ document: 'RFC 8461', section: '8.1' }],
  why: 'The record is the switch by which you reach senders that remember your policy.',
  messages: {
    'sts.record.ttl': {
      severity: 'warning',
      title: ({ ttl }: { ttl: number }) =>
        `Resolvers may keep the record for ${(ttl / DAY).toFixed(1).replace('.0', '')} days`,
      advice: () => 'Set the TTL of the record to 3600 seconds or less.',
      why:
        'After a change the old id stays visible for one TTL. If a policy turns out wrong, that is how long you wait until ' +
        'senders can learn of the next.',
    },
    'sts.record.dnssec': {
      severity: 'notice',
      title: () => 'The record is not protected by DNSSEC',
      advice: () =>
        'Nothing must be done: MTA-STS works without DNSSEC. A long `max_age` limits what an attacker gains.',
      why:
        'Somebody who can forge DNS answers can hide the record from a sender that does not remember your policy yet ' +
        '(RFC 8461 section 10.2). DNSSEC closes that gap.',
    },
  },
  examples: {
    'sts.record.ttl': seen(`${NAME} 604800 TXT "${TEXT}"`, {
      mtaStsTxt: txtFact(NAME, [TEXT], { ttl: 604800, authenticated: true }),
    }),
    'sts.record.dnssec': seen(`${NAME} TXT "${TEXT}", not signed`, {
      mtaStsTxt: txtFact(NAME, [TEXT]),
    }),
  },
  quiet: seen(`${NAME} 3600 TXT "${TEXT}", signed`, {
    mtaStsTxt: txtFact(NAME, [TEXT], { authenticated: true }),
  }),
  check({ mtaStsRecord }, find) {
    const { name: about, dns } = mtaStsRecord.source
    // A record that was typed or pasted came without its DNS answer.
    if (!holdsRecord(mtaStsRecord) || dns === undefined) return []
    const { ttl, authenticated } = dns
    return [
      ...(ttl !== null && ttl > DAY ? [find('sts.record.ttl', { ttl }, { about })] : []),
      ...(authenticated ? [] : [find('sts.record.dnssec', {}, { about })]),
    ]
  },
})
