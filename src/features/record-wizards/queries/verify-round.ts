import type { Fact } from '../../../facts/fact.ts'
import type { Witnesses } from '../../../gather/witnesses.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import type { ZoneRecord } from '../../../publish/record.ts'

/** What is to be live. */
export interface Expected {
  /** A-labels, no final dot. */
  domain: string
  /** TXT records, each asked for where it is changed. */
  records: readonly ZoneRecord[]
  /** The policy file; null where there is none. */
  policy: string | null
}

/** What one of those who were asked has seen of one part. */
export type Sighting = {
  key: string
  /** Who was asked, for people. */
  asked: string
} & (
  | { part: 'record'; record: Expected['records'][number]; fact: Fact<TxtRecord[]> }
  | { part: 'policy'; policy: string; fact: Fact<HttpAnswer> }
)

/** One question to one of those who are asked. */
export interface Inquiry {
  key: string
  asked: string
  part: Sighting['part']
  ask: (signal: AbortSignal) => Promise<Sighting>
}

/** All that has to be asked: the policy host first, since its file is published first, then each record of each resolver. */
export function inquiries(
  { domain, records, policy }: Expected,
  { resolvers, fetcher }: Witnesses,
): Inquiry[] {
  const file: Inquiry[] = policy === null ? [] : [fileInquiry(domain, policy, fetcher)]
  return [
    ...file,
    ...records.flatMap((record) =>
      resolvers.map((resolver): Inquiry => {
        const about = { key: `${record.name} ${resolver.resolver}`, asked: resolver.resolver }
        return {
          ...about,
          part: 'record',
          ask: async (signal) => ({
            ...about,
            part: 'record',
            record,
            fact: await resolver.dns(record.name, 'TXT', signal),
          }),
        }
      }),
    ),
  ]
}

function fileInquiry(domain: string, policy: string, fetcher: Witnesses['fetcher']): Inquiry {
  const about = { key: 'policy', asked: fetcher.fetcher }
  return {
    ...about,
    part: 'policy',
    ask: async (signal) => ({
      ...about,
      part: 'policy',
      policy,
      fact: await fetcher.policyFile(domain, signal),
    }),
  }
}
