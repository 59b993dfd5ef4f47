import { nothing, txtFact } from '../../../facts/build.ts'
import { found, valueOf } from '../../../facts/fact.ts'
import { DOMAIN, all, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { bimiRecords, LOGO } from './examples.ts'

const prefix = (name: string, record?: string) =>
  seen(record === undefined ? `${name} has no TXT record` : `${name} TXT "${record}"`, {
    bimiPrefixes: found(
      [{ name, txt: record === undefined ? nothing(name, 'TXT') : txtFact(name, [record]) }],
      {
        name: DOMAIN,
        via: 'dns',
      },
    ),
  })

const TARGET = `news-._bimi.${DOMAIN}`

export const bimiLocalParts = defineRule({
  id: 'bimi.record.local-parts',
  title: 'Whether the prefixes of `lps` have records',
  needs: ['bimiAssertion', 'bimiPrefixes'],
  spec: [{ document: 'BIMI draft', section: 'Assertion Record Discovery' }],
  why: 'For addresses that begin with such a prefix, providers look for a record of its own first.',
  messages: {
    'bimi.record.lps-missing-target': {
      severity: 'notice',
      title: ({ name }: { name: string }) =>
        `The record announces \`${name}\` by its \`lps\`, and nothing is there`,
      advice: () =>
        'Publish the record, or take the prefix out of `lps`. Until then the ordinary logo is shown.',
    },
  },
  examples: {
    'bimi.record.lps-missing-target': all(
      bimiRecords(`v=BIMI1; l=${LOGO}; lps=news-`),
      prefix(TARGET),
    ),
  },
  quiet: all(bimiRecords(`v=BIMI1; l=${LOGO}; lps=news-`), prefix(TARGET, `v=BIMI1; l=${LOGO}`)),
  check({ bimiPrefixes }, find) {
    return bimiPrefixes
      .filter(
        ({ txt }) =>
          txt.state === 'absent' || (txt.state === 'found' && (valueOf(txt) ?? []).length === 0),
      )
      .map(({ name }) => find('bimi.record.lps-missing-target', { name }, { about: name }))
  },
})
