import { valueOf } from '../../../facts/fact.ts'
import { bodyText } from '../../../facts/body-text.ts'
import { isWildcardHost } from '../../../facts/host.ts'
import { isWebPage } from '../../../protocols/mta-sts/policy-text.ts'
import { parseStsRecord } from '../../../protocols/mta-sts/record.ts'
import type { NamedTxt } from '../../../facts/fact-set.ts'
import { all, noStsRecord, policyFile, policyText, stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { wasPublished } from './previous.ts'
import { policyHost } from './policy-host-example.ts'

/** Does a record stand under a wrong name? Then moving it is the thing to do: `sts.record.wrong-name` says so. */
function isElsewhere(names: readonly NamedTxt[] | null): boolean {
  return (names ?? []).some(({ txt }) =>
    (valueOf(txt) ?? []).some(({ text }) => parseStsRecord(text).ours),
  )
}

/**
 * A served file without a record. A host without a file, a broken alias or other records at the name are what the rules
 * of the record look at; a record that was there at the last check is a matter of removal (section 8.3).
 */
export const hostOrphan = defineRule({
  id: 'sts.host.orphan',
  title: 'A policy that no record announces',
  needs: ['mtaStsPolicyFile'],
  known: ['mtaStsTxt'],
  reads: ['mtaStsElsewhere', 'policyHost', 'wildcard', 'previous'],
  spec: [{ document: 'RFC 8461', section: '3' }],
  why: 'Senders look at the record first. Without it none of them asks for the policy.',
  messages: {
    'sts.host.orphan': {
      severity: 'error',
      title: ({ name }: { name: string }) =>
        `A policy is served, but there is no record at \`${name}\` that announces it`,
      advice: ({ name }: { name: string }) =>
        `Publish the TXT record at \`${name}\`, or remove the host if you gave MTA-STS up.`,
    },
  },
  examples: {
    'sts.host.orphan': all(policyHost('192.0.2.5'), policyFile(policyText()), noStsRecord()),
  },
  quiet: all(
    policyHost('192.0.2.5'),
    policyFile(policyText()),
    stsRecords('v=STSv1; id=2026083101'),
  ),
  fix: 'mta-sts-record',
  check(given, find) {
    const { mtaStsPolicyFile: file, mtaStsTxt: txt, source } = given
    const isNothing = txt.state === 'absent' && (txt.source.dns?.chain ?? []).length === 0
    if (!isNothing || file.status !== 200 || isWebPage(bodyText(file))) return []
    const host = valueOf(given.policyHost)
    if (host !== null && isWildcardHost(host, valueOf(given.wildcard))) return []
    if (isElsewhere(valueOf(given.mtaStsElsewhere)) || wasPublished(valueOf(given.previous)))
      return []
    const name = txt.source.name
    return [find('sts.host.orphan', { name }, { about: source('mtaStsPolicyFile').name })]
  },
})
