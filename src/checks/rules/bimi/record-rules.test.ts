import { describe, expect, test } from 'vitest'
import { dnsSource, nothing, txtFact, type DnsDetails } from '../../../facts/build.ts'
import { failed, faulty, found } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { derive } from '../../../facts/derive/derive.ts'
import { judgeAll } from '../../../testing/judge-all.ts'
import { findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { asked, bimiRecords, LOGO, MARK, NAME, RECORD } from './examples.ts'
import { BIMI_RULES } from './list.ts'
import { bimiRecordPresent } from './record-present.ts'
import { bimiRecordText } from './record-text.ts'

function expectAll(facts: RawFactSet, expected: string[]): void {
  expect(judgeAll(BIMI_RULES, facts).sort()).toEqual([...expected].sort())
}

const error = (id: string) => `error bimi.record.${id}`
const warning = (id: string) => `warning bimi.record.${id}`
const notice = (id: string) => `notice bimi.record.${id}`

describe('one record, judged by all rules', () => {
  test.each<[string, string[]]>([
    [RECORD, []],
    [`v=BIMI1; l=${LOGO}`, []],
    [`v = BIMI1 ; l = ${LOGO} ; avp = personal`, []],
    [`v=BIMI1; l=${LOGO};`, [notice('semicolon-end')]],
    [`v=bimi1; l=${LOGO}`, [error('version-case')]],
    [`V=BIMI1; l=${LOGO}`, [error('version-case')]],
    [
      `v=BIMl1; l=https://zimbra.example/logo.svg;`,
      [error('version-lookalike'), notice('semicolon-end')],
    ],
    [`v=BlMI1; l=${LOGO}`, [error('version-lookalike')]],
    [`v=BIM11; l=${LOGO}`, [error('version-lookalike')]],
    [`l=${LOGO}; v=BIMI1`, [error('version-first')]],
    [`v=BIMI; l=${LOGO}`, [error('version-other')]],
    [`v=BIMI1, l=${LOGO}`, [error('syntax')]],
    [`v=BIMI1 l=${LOGO}`, [error('syntax')]],
    ['v=BIMI1; l:https://example.com/logo.svg', [error('syntax')]],
    [`v=BIMI1; l=${LOGO}; l=${LOGO}`, [error('duplicate-tag')]],
    [`v=BIMI1; L=${LOGO}`, [error('tag-case')]],
    [`v=BIMI1; l=${LOGO}; A=${LOGO}`, [warning('tag-case')]],
    [`v=BIMI1; a=${MARK}`, [error('l-missing')]],
    [`v=BIMI1; l=; a=${MARK}`, [warning('l-empty-with-a')]],
    ['v=BIMI1; l=; a=;', [notice('decline'), notice('semicolon-end')]],
    ['v=BIMI1; l=http://example.com/logo.svg', [error('l-scheme')]],
    [`v=BIMI1; l=${LOGO}; a=http://example.com/mark.pem`, [error('a-scheme')]],
    ['v=BIMI1; l=https://localhost/l.svg', [error('uri-syntax')]],
    ['v=BIMI1; l=https://example.com/my logo.svg', [error('uri-syntax')]],
    ['v=BIMI1; l=https://a.example/1.svg,https://b.example/2.svg', [error('uri-multiple')]],
    ['v=BIMI1; l=https://example.com/logo.png', [error('l-extension')]],
    ['v=BIMI1; l=https://example.com/logo', [warning('l-extension')]],
    [`v=BIMI1; l=${LOGO}; a=https://example.com/mark.crt`, [warning('a-extension')]],
    [`v=BIMI1; l=${MARK}; a=${LOGO}`, [error('l-is-pem'), error('a-is-svg')]],
    [`v=BIMI1; l=${LOGO}; avp=logo`, [warning('avp-value')]],
    [`v=BIMI1; l=${LOGO}; avp=brand`, [notice('avp-default')]],
    [`v=BIMI1; l=${LOGO}; lps=info@`, [warning('lps-syntax')]],
    [`v=BIMI1; f=svg; z=64x64; l=${LOGO}`, [notice('old-tags'), notice('old-tags')]],
    [`v=BIMI1; l=${LOGO}; rua=mailto:a@example.com`, [warning('other-protocol')]],
    [`v=BIMI1\\; l=${LOGO}`, [error('escaped')]],
    [`v=BIMI1; l=“${LOGO}”`, [error('non-ascii')]],
    [`v=BIMI1;; l=${LOGO}`, [error('trailing-junk')]],
    [`v=BIMI1; l=${LOGO}; hello`, [error('bad-field')]],
  ])('%s', (record, expected) => expectAll(bimiRecords(record).facts, expected))
})

describe('several records', () => {
  test.each<[string, string[], string[]]>([
    ['two', [RECORD, `v=BIMI1; l=${LOGO}`], [error('multiple')]],
    ['a stray one', [RECORD, 'v=spf1 -all'], [notice('stray-txt')]],
    ['a misspelt one beside a good one', [RECORD, `v=bimi1; l=${LOGO}`], [notice('stray-txt')]],
    ['only a stray one', ['v=spf1 -all'], [notice('present')]],
  ])('%s', (_, records, expected) => expectAll(bimiRecords(...records).facts, expected))

  test('a declination while a logo is served', () => {
    const answer = {
      url: LOGO,
      status: 200,
      mediaType: 'image/svg+xml',
      bytes: 1,
      body: 'AA==',
      truncated: false,
      elapsedMs: 5,
    }
    const indicator = found(answer, { name: LOGO, via: 'proxy' as const })
    expectAll({ ...bimiRecords('v=BIMI1; l=; a=').facts, indicator }, [warning('decline')])
  })
})

describe('discovery', () => {
  const sub = 'default._bimi.mail.example.com'
  const noSub: RawFactSet = { bimiTxt: nothing(sub, 'TXT') }
  const org: RawFactSet = { bimiOrgTxt: txtFact(NAME, [RECORD]) }
  const noOrg: RawFactSet = { bimiOrgTxt: nothing(NAME, 'TXT') }
  const alias = (details: DnsDetails): DnsDetails => ({
    chain: [{ name: NAME, target: 'x.example', ttl: 1 }],
    ...details,
  })
  const summer: RawFactSet = {
    ...asked('summer').facts,
    bimiTxt: nothing('summer._bimi.example.com', 'TXT'),
  }
  const elsewhere = (...records: string[]): RawFactSet => ({
    bimiElsewhere: found(
      [{ name: '_bimi.example.com', txt: txtFact('_bimi.example.com', records) }],
      dnsSource(NAME, 'TXT'),
    ),
  })
  test.each<[string, RawFactSet, string[]]>([
    ['nothing', bimiRecords().facts, [notice('present')]],
    [
      'nothing, at a domain that does not exist',
      { ...bimiRecords().facts, mx: nothing('example.com', 'MX') },
      [],
    ],
    ['nothing, and nothing above', { ...noSub, ...noOrg }, [notice('present')]],
    ['inherited', { ...noSub, ...org }, [notice('inherited')]],
    [
      'a misspelt one of one’s own, so the inherited one is used',
      { bimiTxt: txtFact(sub, [`v=BIMl1; l=${LOGO}`]), ...org },
      [error('version-lookalike')],
    ],
    ['own before inherited', { ...bimiRecords(RECORD).facts, ...org }, []],
    [
      'a custom selector that is nowhere',
      { ...summer, ...noOrg },
      ['error bimi.selector.custom-missing'],
    ],
    [
      'a custom selector at the organizational domain',
      { ...summer, bimiOrgTxt: txtFact('summer._bimi.example.org', [RECORD]) },
      [notice('inherited'), 'notice bimi.host.domain'],
    ],
    [
      'a custom selector that is there',
      { ...asked('summer').facts, ...bimiRecords(RECORD).facts },
      [],
    ],
    [
      'no selector at all',
      { ...asked('my_logo').facts, bimiTxt: nothing('my_logo._bimi.example.com', 'TXT') },
      ['error bimi.selector.syntax'],
    ],
    ['at the wrong name', { ...bimiRecords().facts, ...elsewhere(RECORD) }, [error('wrong-name')]],
    [
      'something else at the wrong name',
      { ...bimiRecords().facts, ...elsewhere('v=spf1 -all') },
      [notice('present')],
    ],
    [
      'at the domain itself',
      { ...bimiRecords().facts, domainTxt: txtFact('example.com', [RECORD]) },
      [error('wrong-name')],
    ],
    ['shared by an alias', { bimiTxt: txtFact(NAME, [RECORD], alias({})) }, [notice('cname')]],
    [
      'an alias to nowhere',
      { bimiTxt: nothing(NAME, 'TXT', 'nxdomain', alias({})) },
      [error('cname-broken')],
    ],
    [
      'an alias to something else',
      { bimiTxt: txtFact(NAME, ['v=spf1 -all'], alias({})) },
      [error('cname-broken')],
    ],
    [
      'the alias of a wildcard',
      {
        bimiTxt: nothing(NAME, 'TXT', 'nxdomain', alias({})),
        wildcard: found(
          {
            name: 'k3v9x2.example.com',
            txt: nothing('k3v9x2.example.com', 'TXT', 'nxdomain', alias({})),
          },
          dnsSource('k3v9x2.example.com', 'TXT'),
        ),
      },
      [notice('present')],
    ],
    [
      'an alias to itself',
      { bimiTxt: faulty('alias-loop', 'loop', dnsSource(NAME, 'TXT')) },
      [error('cname-broken')],
    ],
  ])('%s', (_, facts, expected) => expectAll(facts, expected))

  test('no answer about the organizational domain is no finding', () => {
    const bimiOrgTxt = failed('timeout', 'no answer', dnsSource(NAME, 'TXT'))
    expect(findingsFor(bimiRecordPresent, { ...noSub, bimiOrgTxt })).toEqual([])
    expect(outcomeOf(bimiRecordText, { ...noSub, bimiOrgTxt }).state).toBe('unknown')
  })

  test('a spot in an inherited record is in the organizational domain’s text', () => {
    const facts = { ...noSub, bimiOrgTxt: txtFact(NAME, [`v=BIMI1; l=${LOGO}; L=x`]) }
    expect(findingsFor(bimiRecordText, facts)[0]).toMatchObject({
      about: NAME,
      spot: { fact: 'bimiOrgTxt' },
    })
  })
})

describe('the record that a provider uses', () => {
  const assertion = (facts: RawFactSet) => derive(facts).bimiAssertion
  const special = `v=BIMI1; l=https://example.com/special.svg`

  test('the domain’s own, the special one for a local part, the inherited one', () => {
    expect(assertion(bimiRecords(RECORD).facts)).toMatchObject({
      state: 'found',
      value: { at: 'domain', name: NAME },
    })
    const local = {
      ...bimiRecords(`${RECORD}; lps=`).facts,
      bimiLocalPartTxt: txtFact('shop._bimi.example.com', [special]),
    }
    expect(assertion(local)).toMatchObject({
      value: { at: 'local-part', record: { location: 'https://example.com/special.svg' } },
    })
    const broken = {
      ...bimiRecords(RECORD).facts,
      bimiLocalPartTxt: txtFact('shop._bimi.example.com', ['v=BIMI1;']),
    }
    expect(assertion(broken)).toMatchObject({ value: { at: 'domain' } })
    const inherited = {
      bimiTxt: nothing('default._bimi.m.example.com', 'TXT'),
      bimiOrgTxt: txtFact(NAME, [RECORD]),
    }
    expect(assertion(inherited)).toMatchObject({
      value: { at: 'organizational-domain', name: NAME },
    })
  })

  test('several, broken and missing records are none; no answer is no answer', () => {
    expect(assertion(bimiRecords(RECORD, RECORD).facts)?.state).toBe('absent')
    expect(assertion(bimiRecords(`v=bimi1; l=${LOGO}`).facts)?.state).toBe('absent')
    expect(assertion(bimiRecords().facts)?.state).toBe('absent')
    expect(assertion({ bimiTxt: failed('timeout', '', dnsSource(NAME, 'TXT')) })?.state).toBe(
      'failed',
    )
  })
})
