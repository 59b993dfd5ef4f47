import { nothing, txtFact } from '../../../facts/build.ts'
import { found, valueOf, type Fact } from '../../../facts/fact.ts'
import { isNowhere } from '../../../facts/host.ts'
import type { NamedTxt } from '../../../facts/txt.ts'
import { parseBimiRecord } from '../../../protocols/bimi/record.ts'
import { isSelector } from '../../../protocols/bimi/selector.ts'
import { isSelectedBimiRecord } from '../../../protocols/bimi/version.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import { all, DOMAIN, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { isDelegated } from '../mta-sts/record-entries.ts'
import { asked, bimiRecords, NAME, RECORD } from './examples.ts'

const custom = (name: string, ...records: string[]): Example =>
  seen(records.length === 0 ? `${name} has no TXT record` : `${name} TXT "${records[0]}"`, {
    bimiTxt: records.length === 0 ? nothing(name, 'TXT') : txtFact(name, records),
  })

const hasRecord = (txt: Fact<TxtRecord[]> | undefined): boolean =>
  (valueOf(txt) ?? []).some(({ text }) => isSelectedBimiRecord(text))

const claims = (txt: Fact<TxtRecord[]> | undefined): boolean =>
  (valueOf(txt) ?? []).some(({ text }) => parseBimiRecord(text).ours)

function misplaced(
  elsewhere: Fact<NamedTxt[]> | undefined,
  domainTxt: Fact<TxtRecord[]> | undefined,
): string | null {
  if (domainTxt !== undefined && hasRecord(domainTxt)) return domainTxt.source.name
  return (valueOf(elsewhere) ?? []).find(({ txt }) => hasRecord(txt))?.name ?? null
}

const wrongName: Example = all(
  bimiRecords(),
  seen(`_bimi.${DOMAIN} TXT "${RECORD}"`, {
    bimiElsewhere: found([{ name: `_bimi.${DOMAIN}`, txt: txtFact(`_bimi.${DOMAIN}`, [RECORD]) }], {
      name: DOMAIN,
      via: 'dns',
    }),
  }),
)

export const bimiRecordPresent = defineRule({
  id: 'bimi.record.presence',
  title: 'Whether an assertion record is published, and where',
  needs: [],
  known: ['bimiTxt'],
  reads: ['bimiOrgTxt', 'bimiElsewhere', 'domainTxt', 'bimiQuestion', 'mx', 'wildcard'],
  spec: [{ document: 'BIMI draft', section: 'Assertion Record Discovery' }],
  why: 'Providers look at one name for the domain of the message, then at the same for its organizational domain.',
  messages: {
    'bimi.record.present': {
      severity: 'notice',
      title: ({ name }: { name: string }) => `No BIMI record is published at \`${name}\``,
      advice: () =>
        'Publish one when DMARC is at `quarantine` or `reject`, if you want providers to show your logo.',
      demand: 'practice',
    },
    'bimi.record.inherited': {
      severity: 'notice',
      title: ({ name, from }: { name: string; from: string }) =>
        `\`${name}\` has no record, so the one at \`${from}\` is used`,
      advice: () => 'Nothing to do. Publish a record of its own only for another logo.',
    },
    'bimi.record.wrong-name': {
      severity: 'error',
      title: ({ at, name }: { at: string; name: string }) =>
        `A BIMI record stands at \`${at}\` instead of \`${name}\``,
      advice: ({ name }: { at: string; name: string }) => `Move the record to \`${name}\`.`,
      why: 'Providers look at one name only. A record anywhere else has no effect.',
    },
    'bimi.selector.syntax': {
      severity: 'error',
      title: ({ selector }: { selector: string }) => `\`${selector}\` cannot be a selector`,
      advice: () =>
        'Use letters, digits and hyphens, with dots between labels. An underscore is not allowed.',
    },
    'bimi.selector.custom-missing': {
      severity: 'error',
      title: ({ name }: { name: string }) =>
        `The selector that was asked for has no record at \`${name}\``,
      advice: ({ name }: { name: string }) =>
        `Publish a record at \`${name}\`, or send without a selector.`,
      why: 'A message that names a selector never falls back to `default`.',
    },
  },
  examples: {
    'bimi.record.present': bimiRecords(),
    'bimi.record.inherited': all(
      custom('default._bimi.mail.example.com'),
      seen(`${NAME} TXT "${RECORD}"`, { bimiOrgTxt: txtFact(NAME, [RECORD]) }),
    ),
    'bimi.record.wrong-name': wrongName,
    'bimi.selector.syntax': all(asked('my_logo'), custom('my_logo._bimi.example.com')),
    'bimi.selector.custom-missing': all(asked('summer'), custom('summer._bimi.example.com')),
  },
  quiet: bimiRecords(RECORD),
  fix: 'bimi-record',
  check({ bimiTxt, bimiOrgTxt, bimiElsewhere, domainTxt, bimiQuestion, mx, wildcard }, find) {
    const name = bimiTxt.source.name
    const at = { about: name }
    const question = valueOf(bimiQuestion)
    const selector = question?.selector ?? 'default'
    const domain = name.slice(name.indexOf('._bimi.') + '._bimi.'.length)
    if (question?.custom === true && !isSelector(selector, domain))
      return [find('bimi.selector.syntax', { selector }, at)]
    // A record that claims to be BIMI's is there, whatever is wrong with it; so is an alias that leads nowhere.
    if (claims(bimiTxt) || bimiTxt.state === 'faulty' || isDelegated(bimiTxt, wildcard)) return []
    if (bimiOrgTxt?.state === 'failed') return []
    if (bimiOrgTxt !== undefined && claims(bimiOrgTxt))
      return [find('bimi.record.inherited', { name, from: bimiOrgTxt.source.name }, at)]
    if (question?.custom === true) return [find('bimi.selector.custom-missing', { name }, at)]
    const wrong = misplaced(bimiElsewhere, domainTxt)
    if (wrong === null && isNowhere(mx)) return []
    return wrong === null
      ? [find('bimi.record.present', { name }, at)]
      : [find('bimi.record.wrong-name', { at: wrong, name }, { about: wrong })]
  },
})
