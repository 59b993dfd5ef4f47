import { valueOf } from '../../../facts/fact.ts'
import { failuresIn, type FactSet } from '../../../facts/fact-set.ts'
import { hasAddress } from '../../../facts/host.ts'
import { bodyText } from '../../../facts/body-text.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { isWebPage } from '../../../protocols/mta-sts/policy-text.ts'
import { all, noStsRecord, stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { policyHost } from './policy-host-example.ts'
import { wasPublished } from './previous.ts'
import {
  holdsRecord,
  isDelegated,
  ownHost,
  RECORD_SPEC,
  recordsElsewhere,
} from './record-entries.ts'

/** The policy host, where there is one; null where MTA-STS was never begun. */
interface Begun {
  host: string | null
}

export const recordPresent = defineRule({
  id: 'sts.record.present',
  title: 'Whether there is an MTA-STS record',
  needs: [],
  known: ['mtaStsRecord', 'policyHost'],
  reads: ['mtaStsPolicyFile', 'wildcard', 'mtaStsElsewhere', 'domainTxt', 'mx', 'previous'],
  spec: RECORD_SPEC,
  why:
    'Senders look at this record first. Without it none of them asks for the policy, and somebody on the way can read ' +
    'the mail by taking the encryption away.',
  messages: {
    'sts.record.present': {
      severity: ({ host }: Begun) => (host === null ? 'notice' : 'error'),
      title: ({ host }: Begun) =>
        host === null
          ? 'No MTA-STS record is published'
          : `The policy host \`${host}\` exists, and no record announces it`,
      advice: ({ host }: Begun) =>
        host === null
          ? 'Set up the policy host, serve a policy in `testing`, then publish the record.'
          : 'Make sure that the host serves the policy file, then publish the record.',
    },
  },
  examples: {
    'sts.record.present': all(noStsRecord(), policyHost('198.51.100.7')),
  },
  quiet: all(stsRecords('v=STSv1; id=2026083101'), policyHost('198.51.100.7')),
  fix: 'mta-sts-record',
  check({ mtaStsRecord, policyHost: host, ...rest }, find) {
    const about = mtaStsRecord.source.name
    // A record at a wrong name and an alias that leads nowhere have findings of their own.
    if (
      holdsRecord(mtaStsRecord) ||
      recordsElsewhere(rest).length > 0 ||
      isDelegated(mtaStsRecord, rest.wildcard)
    )
      return []
    // Other records at the name are `sts.record.only-stray`.
    if (mtaStsRecord.state === 'found') return []
    // Half an answer without an address does not tell whether there is a host.
    if (host.state === 'found' && !hasAddress(host.value) && failuresIn(host).length > 0) return []
    const begun = ownHost(host, rest.wildcard)
    // A policy that is served and not announced is `sts.host.orphan`; a record that went is a matter of removal; a
    // domain without mail, or one that does not exist, needs no policy.
    if (begun !== null ? isServed(valueOf(rest.mtaStsPolicyFile)) : takesNoMail(rest.mx)) return []
    if (wasPublished(valueOf(rest.previous))) return []
    return [find('sts.record.present', { host: begun }, { about })]
  },
})

function isServed(file: HttpAnswer | null): boolean {
  return file !== null && file.status === 200 && !isWebPage(bodyText(file))
}

function takesNoMail(mx: FactSet['mx']): boolean {
  if (mx?.state === 'absent') return mx.how === 'nxdomain'
  return mx?.state === 'found' && mx.value.every(({ exchange }) => exchange === '')
}
