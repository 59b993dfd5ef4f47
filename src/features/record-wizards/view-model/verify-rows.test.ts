import { expect, test } from 'vitest'
import { nothing, policyFileFact, policyUrl, txtFact } from '../../../facts/build.ts'
import { absent, failed, type Fact } from '../../../facts/fact.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import type { Asked } from '../queries/use-rounds.ts'
import { verifyRow } from './verify-rows.ts'

const NOW = Date.parse('2026-09-14T11:04:00Z')
const DOMAIN = 'example.com'
const NAME = `_mta-sts.${DOMAIN}`
const NEW = 'v=STSv1; id=2026091401'
const OLD = 'v=STSv1; id=2022051001'
const POLICY = 'version: STSv1\r\nmode: testing\r\nmx: a.example.com\r\nmax_age: 86400\r\n'

const record = {
  zone: DOMAIN,
  name: NAME,
  type: 'TXT' as const,
  value: NEW,
  ttl: 3600,
  replaces: [OLD],
}
const ask = () => Promise.reject(new Error('nobody asks here'))

function ofRecord(fact: Fact<TxtRecord[]> | null, since: number | null = null): Asked {
  const about = { key: 'r', asked: 'dns.example', part: 'record' as const }
  const inquiry = { ...about, ask }
  const sighting = fact === null ? null : { ...about, record, fact }
  return { inquiry, sighting, seen: NOW, since }
}

function ofPolicy(fact: Fact<HttpAnswer>): Asked {
  const about = { key: 'p', asked: 'this site’s proxy', part: 'policy' as const }
  const inquiry = { ...about, ask }
  return { inquiry, sighting: { ...about, policy: POLICY, fact }, seen: NOW, since: NOW }
}

/** A fact with the time at which it was seen. */
const at = <T>(fact: Fact<T>): Fact<T> => ({
  ...fact,
  source: { ...fact.source, time: new Date(NOW).toISOString() },
})

test.each<[string, Asked, string, string]>([
  ['nobody has answered yet', ofRecord(null), 'Asking', ''],
  [
    'the new one',
    ofRecord(txtFact(NAME, [NEW]), NOW - 60_000),
    'Live',
    `\`${NEW}\`, since 11:03:00\u00a0UTC`,
  ],
  [
    'the old one, and for how long',
    ofRecord(at(txtFact(NAME, [OLD], { ttl: 2430 }))),
    'Still the old one',
    `\`${OLD}\` for up to 41 minutes more: its TTL.`,
  ],
  [
    'the old one for hours',
    ofRecord(at(txtFact(NAME, [OLD], { ttl: 6000 }))),
    'Still the old one',
    `\`${OLD}\` for up to 1.75 hours more: its TTL.`,
  ],
  [
    'nothing',
    ofRecord(nothing(NAME, 'TXT')),
    'Not there yet',
    'There is no TXT record at the name yet. A resolver may go on to say so for some minutes after it is.',
  ],
  [
    'both',
    ofRecord(txtFact(NAME, [NEW, OLD])),
    'Something else',
    `The new record stands beside an old one, which must go: \`${NEW}\`, \`${OLD}\`.`,
  ],
  [
    'no answer',
    ofRecord(failed('timeout', 'dns.example did not answer in time', { name: NAME, via: 'dns' })),
    'Could not check',
    'dns.example did not answer in time.',
  ],
  [
    'the file',
    ofPolicy(policyFileFact(DOMAIN, POLICY)),
    'Live',
    'the same 66\u00a0bytes as above, since 11:04:00\u00a0UTC',
  ],
  [
    'the file with other line ends',
    ofPolicy(policyFileFact(DOMAIN, POLICY.replaceAll('\r', ''))),
    'Live',
    'the same 66\u00a0bytes as above, since 11:04:00\u00a0UTC',
  ],
  [
    'the old file',
    ofPolicy(policyFileFact(DOMAIN, POLICY.replace('testing', 'none'))),
    'Still the old one',
    'The policy host still serves the old file.',
  ],
  [
    'no file',
    ofPolicy(absent('404', { name: policyUrl(DOMAIN), via: 'proxy' })),
    'Not there yet',
    'The policy host has no such file.',
  ],
])('%s', (_, asked, word, seen) => {
  const row = verifyRow(asked, POLICY.replace('testing', 'none'))
  expect([row.word, row.seen]).toEqual([word, seen])
})
