import { found } from '../../../facts/fact.ts'
import { all, stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { policyHost } from './policy-host-example.ts'
import {
  holdsRecord,
  isDelegated,
  ownHost,
  RECORD_SPEC,
  recordAt,
  recordsElsewhere,
} from './record-entries.ts'

interface Stray {
  text: string
  /** Somebody means to have MTA-STS: there is a policy host. */
  isMeant: boolean
}

export const recordStray = defineRule({
  id: 'sts.record.only-stray',
  title: 'TXT records at the name that are none of MTA-STS',
  needs: ['mtaStsRecord'],
  reads: ['policyHost', 'wildcard', 'mtaStsElsewhere', 'domainTxt'],
  spec: RECORD_SPEC,
  why:
    'Senders skip every TXT record here that does not begin with `v=STSv1;`. Where no other is left, the domain has no ' +
    'MTA-STS.',
  messages: {
    'sts.record.only-stray': {
      severity: ({ isMeant }: Stray) => (isMeant ? 'error' : 'notice'),
      title: ({ text }: Stray) =>
        `The TXT record here is another one, not MTA-STS: ${quoted(text)}`,
      advice: ({ isMeant }: Stray) =>
        isMeant
          ? 'Publish the MTA-STS record at this name, and look for a wildcard TXT record in your zone.'
          : 'Look for a wildcard TXT record in your zone. To begin with MTA-STS, publish its record at this name.',
    },
  },
  examples: { 'sts.record.only-stray': stsRecords('v=spf1 -all') },
  quiet: all(stsRecords('v=STSv1; id=2026083101'), policyHost('198.51.100.7')),
  fix: 'mta-sts-record',
  check({ mtaStsRecord, policyHost: host, source, ...rest }, find) {
    const origin = source('mtaStsRecord')
    const fact = found(mtaStsRecord, origin)
    // A record at a wrong name and an alias that leads nowhere have findings of their own.
    if (holdsRecord(fact) || recordsElsewhere(rest).length > 0) return []
    if (isDelegated(fact, rest.wildcard)) return []
    const isMeant = ownHost(host, rest.wildcard) !== null
    const text = mtaStsRecord.entries[0]?.text ?? ''
    return [
      find('sts.record.only-stray', { text, isMeant }, recordAt(origin.name, mtaStsRecord, 0)),
    ]
  },
})
