import { judge } from '../checks/report.ts'
import { txtRecord } from '../facts/build.ts'
import { derive } from '../facts/derive/derive.ts'
import { found, valueOf } from '../facts/fact.ts'
import type { FactSet, RawFactSet } from '../facts/fact-set.ts'
import type { TextFact } from '../facts/raw-text.ts'
import type { Protocol } from '../checks/protocols.ts'
import type { Judged } from './judged.ts'

interface Kind {
  fact: Extract<TextFact, `${string}Txt`>
  protocol: Protocol
  /** Where such a record stands, below the domain. */
  owner: string
  isUsable: (facts: FactSet) => boolean
}

export const RECORD_KINDS = {
  'mta-sts': {
    fact: 'mtaStsTxt',
    protocol: 'mta-sts',
    owner: '_mta-sts',
    isUsable: ({ mtaStsRecord }) => (valueOf(mtaStsRecord)?.usable ?? null) !== null,
  },
  'tls-rpt': {
    fact: 'tlsRptTxt',
    protocol: 'tls-rpt',
    owner: '_smtp._tls',
    isUsable: ({ tlsRptRecord }) => (valueOf(tlsRptRecord)?.usable ?? null) !== null,
  },
  bimi: {
    fact: 'bimiTxt',
    protocol: 'bimi',
    owner: 'default._bimi',
    isUsable: ({ bimiAssertion }) => bimiAssertion?.state === 'found',
  },
  dmarc: {
    fact: 'dmarcTxt',
    protocol: 'dmarc',
    owner: '_dmarc',
    isUsable: ({ dmarcRecord }) => (valueOf(dmarcRecord)?.usable ?? null) !== null,
  },
} as const satisfies Record<string, Kind>

export type RecordKind = keyof typeof RECORD_KINDS

export function isRecordKind(text: string): text is RecordKind {
  return Object.hasOwn(RECORD_KINDS, text)
}

/** The text of one TXT record, exactly as given, judged by itself: nothing is known of any domain. */
export function judgeRecord(kind: RecordKind, text: string, now: number): Judged {
  const { fact, protocol, owner, isUsable }: Kind = RECORD_KINDS[kind]
  const facts: RawFactSet = {
    now: found(now, { name: 'clock', via: 'derived' }),
    [fact]: found([txtRecord(text)], { name: owner, via: 'typed' }),
  }
  return {
    report: judge({ kind: 'record', name: kind }, facts),
    only: [protocol],
    usable: isUsable(derive(facts)),
  }
}
