import { nothing, txtFact } from '../../../facts/build.ts'
import { found, valueOf, type Fact } from '../../../facts/fact.ts'
import type { NamedTxt } from '../../../facts/txt.ts'
import { isNowhere } from '../../../facts/host.ts'
import { isSelectedDmarcRecord } from '../../../protocols/dmarc/record.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import { all, DOMAIN, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { dmarcRecords, dmarcWalk } from './examples.ts'

const RECORD = 'v=DMARC1; p=none'

const hasRecord = (txt: Fact<TxtRecord[]> | undefined): boolean =>
  (valueOf(txt) ?? []).some(({ text }) => isSelectedDmarcRecord(text))

/** The first wrong name that holds a DMARC record. */
function misplaced(
  elsewhere: Fact<NamedTxt[]> | undefined,
  domainTxt: Fact<TxtRecord[]> | undefined,
): string | null {
  if (domainTxt !== undefined && hasRecord(domainTxt)) return domainTxt.source.name
  return (valueOf(elsewhere) ?? []).find(({ txt }) => hasRecord(txt))?.name ?? null
}

export const dmarcPresence = defineRule({
  id: 'dmarc.record.presence',
  title: 'Whether a DMARC record applies to the domain',
  needs: ['dmarc'],
  known: ['dmarcRecord'],
  reads: ['dmarcElsewhere', 'domainTxt', 'mx'],
  spec: [{ document: 'RFC 9989', section: '4.10.1' }],
  why: 'Without DMARC nobody is asked to stop mail that only pretends to be from this domain, and no logo is shown.',
  messages: {
    'dmarc.record.present': {
      severity: 'warning',
      title: ({ domain }: { domain: string }) => `No DMARC record applies to \`${domain}\``,
      advice: ({ domain }: { domain: string }) =>
        `Publish \`v=DMARC1; p=none; rua=mailto:dmarc@${domain}\` at \`_dmarc.${domain}\`, read the reports, then raise the policy.`,
    },
    'dmarc.record.wrong-name': {
      severity: 'error',
      title: ({ at, name }: { at: string; name: string }) =>
        `A DMARC record stands at \`${at}\` instead of \`${name}\``,
      advice: ({ name }: { at: string; name: string }) => `Move the record to \`${name}\`.`,
      why: 'Receivers look at one name only. A record anywhere else has no effect.',
    },
    'dmarc.record.multiple': {
      severity: 'error',
      title: ({ count, name }: { count: number; name: string }) =>
        `There are ${count} DMARC records at \`${name}\``,
      advice: () => 'Keep one and delete the others.',
      why: 'Several records count as none.',
    },
  },
  examples: {
    'dmarc.record.present': dmarcRecords(),
    'dmarc.record.wrong-name': all(
      dmarcRecords(),
      seen(`${DOMAIN} TXT "${RECORD}"`, { domainTxt: txtFact(DOMAIN, [RECORD]) }),
    ),
    'dmarc.record.multiple': dmarcRecords(RECORD, 'v=DMARC1; p=reject'),
  },
  quiet: dmarcWalk('mail.example.com', { 'example.com': 'v=DMARC1; p=reject' }),
  fix: 'dmarc-record',
  check({ dmarc, dmarcRecord, dmarcElsewhere, domainTxt, mx }, find) {
    const name = dmarcRecord.source.name
    const at = { about: name }
    const selection = valueOf(dmarcRecord)
    const count = selection?.selected.length ?? 0
    if (count > 1) return [find('dmarc.record.multiple', { count, name }, at)]
    // What is there and cannot be read has its own findings.
    if (selection?.entries.some(({ ours }) => ours)) return []
    const wrong = misplaced(dmarcElsewhere, domainTxt)
    if (wrong !== null)
      return [find('dmarc.record.wrong-name', { at: wrong, name }, { about: wrong })]
    // A domain that does not exist is told by `dns.nxdomain-domain`, and lacks nothing.
    return dmarc.effective === null && !isNowhere(mx)
      ? [find('dmarc.record.present', { domain: dmarc.domain }, at)]
      : []
  },
})

/** For tests: a wrong name that was asked and holds a record, or nothing. */
export function elsewhere(name: string, record?: string): Fact<NamedTxt[]> {
  const txt = record === undefined ? nothing(name, 'TXT') : txtFact(name, [record])
  return found([{ name, txt }], { name, via: 'dns' })
}
