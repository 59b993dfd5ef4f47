import { txtFact } from '../../../facts/build.ts'
import { parseBimiRecord } from '../../../protocols/bimi/record.ts'
import { seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { isDelegated } from '../mta-sts/record-entries.ts'
import { bimiRecords, NAME, RECORD } from './examples.ts'

const CHAIN = [{ name: NAME, target: '_bimi.brand.example', ttl: 300 }]

export const bimiRecordAlias = defineRule({
  id: 'bimi.record.alias',
  title: 'Whether the record is shared by an alias',
  needs: [],
  known: ['bimiTxt'],
  reads: ['wildcard'],
  spec: [{ document: 'BIMI draft', section: 'Assertion Record Discovery' }],
  why: 'Several domains with one logo can share one record, as long as the alias leads to it.',
  messages: {
    'bimi.record.cname': {
      severity: 'notice',
      title: ({ name, target }: { name: string; target: string }) =>
        `\`${name}\` is an alias of \`${target}\``,
      advice: () =>
        'Nothing to do. A mark certificate must list every domain that uses the record.',
    },
    'bimi.record.cname-broken': {
      severity: 'error',
      title: ({ name, target }: { name: string; target: string }) =>
        `\`${name}\` is an alias of \`${target}\`, which has no BIMI record`,
      advice: () => 'Let the alias point to a name with a record, or remove it.',
    },
  },
  examples: {
    'bimi.record.cname': seen(`${NAME} CNAME _bimi.brand.example`, {
      bimiTxt: txtFact(NAME, [RECORD], { chain: CHAIN }),
    }),
    'bimi.record.cname-broken': seen(
      `${NAME} CNAME _bimi.brand.example, which has an SPF record only`,
      {
        bimiTxt: txtFact(NAME, ['v=spf1 -all'], { chain: CHAIN }),
      },
    ),
  },
  quiet: bimiRecords(RECORD),
  check({ bimiTxt, wildcard }, find) {
    const { name, dns } = bimiTxt.source
    const target = dns?.chain.at(-1)?.target
    const isLoop = bimiTxt.state === 'faulty' && bimiTxt.reason === 'alias-loop'
    // An alias that a wildcard gives to every name was not made for this one.
    if (!isLoop && !isDelegated(bimiTxt, wildcard)) return []
    const leadsToRecord =
      bimiTxt.state === 'found' && bimiTxt.value.some(({ text }) => parseBimiRecord(text).ours)
    const id = leadsToRecord ? 'bimi.record.cname' : 'bimi.record.cname-broken'
    return [find(id, { name, target: target ?? name }, { about: name })]
  },
})
