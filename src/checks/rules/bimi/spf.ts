import { txtFact } from '../../../facts/build.ts'
import { all, DOMAIN, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { bimiRecords, RECORD } from './examples.ts'

const spf = (text: string): Example =>
  all(bimiRecords(RECORD), seen(`${DOMAIN} TXT "${text}"`, { domainTxt: txtFact(DOMAIN, [text]) }))

export const bimiSpf = defineRule({
  id: 'bimi.spf',
  title: 'Whether SPF lets everybody send',
  needs: ['bimiRecord', 'domainTxt'],
  spec: [{ document: 'RFC 7208', section: '5.1' }],
  demand: 'practice',
  why: 'Providers may ask for more than DMARC before they show a logo, and an SPF record that allows everybody is a bad sign.',
  messages: {
    'bimi.spf.strength': {
      severity: 'warning',
      title: ({ seen }: { seen: string }) =>
        `The SPF record ends with \`${seen}\`, which refuses nobody`,
      advice: () => 'End it with `-all` or `~all`.',
    },
  },
  examples: { 'bimi.spf.strength': spf('v=spf1 include:spf.example.net +all') },
  quiet: spf('v=spf1 include:spf.example.net ~all'),
  check({ bimiRecord, domainTxt, source }, find) {
    if (bimiRecord.entries.every(({ ours }) => !ours)) return []
    return domainTxt.flatMap(({ text }) => {
      // `all` without a qualifier is `+all` (RFC 7208 section 4.6.2).
      const seen = /^v=spf1(?= )(?:.*\s)([+?]?all)(?:\s|$)/i.exec(text)?.[1]
      return seen === undefined
        ? []
        : [find('bimi.spf.strength', { seen }, { about: source('domainTxt').name })]
    })
  },
})
