import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derive } from '../../facts/derive/derive.ts'
import { nothing, txtFact } from '../../facts/build.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'
import { parseBimiRecord } from '../../protocols/bimi/record.ts'
import { asked, bimiRecords, LOGO, MARK, NAME, RECORD } from '../rules/bimi/examples.ts'
import { correctBimiRecord } from './bimi.ts'

const correct = (...records: (string | string[])[]) =>
  correctBimiRecord(derive(bimiRecords(...records).facts))

describe('a record that can stay', () => {
  test.each([
    RECORD,
    `v=BIMI1;l=${LOGO}`,
    `v=BIMI1; l=${LOGO};`,
    `v=BIMI1; l=${LOGO}; avp=brand`,
    `v=BIMI1; f=svg; l=${LOGO}`,
    'v=BIMI1; l=; a=;',
  ])('%s', (record) => expect(correct(record)).toBeNull())
})

describe('what was meant, in the form that is read', () => {
  test.each([
    ['a small L for the capital I', `v=BIMl1; l=${LOGO}; a=${MARK};`, RECORD],
    ['a wrong case', `v=bimi1; l=${LOGO}`, `v=BIMI1; l=${LOGO}`],
    ['the version at the end', `l=${LOGO}; v=BIMI1`, `v=BIMI1; l=${LOGO}`],
    ['commas', `v=BIMI1, l=${LOGO}, a=${MARK}`, RECORD],
    ['blanks', `v=BIMI1 l=${LOGO} a=${MARK}`, RECORD],
    ['colons', `v=BIMI1; l:${LOGO}; a:${MARK}`, RECORD],
    ['backslashes', `v=BIMI1\\; l=${LOGO}\\; a=${MARK}`, RECORD],
    ['quotes of a document', `v=BIMI1; l=“${LOGO}”`, `v=BIMI1; l=${LOGO}`],
    ['capital tags', `v=BIMI1; L=${LOGO}; A=${MARK}`, RECORD],
    ['a tag twice', `v=BIMI1; l=${LOGO}; l=${MARK}; a=${MARK}`, RECORD],
    ['exchanged', `v=BIMI1; l=${MARK}; a=${LOGO}`, RECORD],
    ['a preference', `v=bimi1; l=${LOGO}; avp=personal`, `v=BIMI1; l=${LOGO}; avp=personal`],
    ['no preference', `v=BIMI1; l=${LOGO}; avp=logo`, `v=BIMI1; l=${LOGO}`],
    [
      'prefixes as addresses',
      `v=BIMI1; l=${LOGO}; lps=news.@example.com`,
      `v=BIMI1; l=${LOGO}; lps=news-`,
    ],
    ['a declination', 'v=bimi1; l=; a=;', 'v=BIMI1; l=; a='],
    ['of another record', `v=BIMI1; l=${LOGO}; rua=mailto:a@example.com`, `v=BIMI1; l=${LOGO}`],
  ])('%s', (_, record, expected) => {
    expect(correct(record)).toMatchObject({ where: NAME, old: record, text: expected, notes: [] })
  })

  test('split strings', () => {
    expect(correct(['v=BIMI1', `l=${LOGO}`])?.text).toBe(`v=BIMI1; l=${LOGO}`)
  })

  test('a tag in lower case counts before one in capitals', () => {
    expect(correct(`v=bimi1; L=https://old.example/a.svg; l=${LOGO}`)?.text).toBe(
      `v=BIMI1; l=${LOGO}`,
    )
  })

  test('another scheme: what must be seen to is said', () => {
    const corrected = correct('v=BIMI1; l=http://example.com/my logo.svg')
    expect(corrected?.text).toBe('v=BIMI1; l=https://example.com/my%20logo.svg')
    expect(corrected?.notes).toEqual([
      'See that the logo is served over https before you publish this.',
    ])
  })
})

describe('what nobody can know is not written', () => {
  test.each([
    ['another picture format', 'v=BIMl1; l=https://example.com/logo.png'],
    ['no logo', `v=BIMI1; a=${MARK}`],
    ['an empty logo with a certificate', `v=bimi1; l=; a=${MARK}`],
    ['embedded data', 'v=BIMI1; l=data:image/svg+xml;base64,AAAA'],
    ['an address without a host name', 'v=BIMI1; l=https://192.0.2.1/logo.svg'],
    ['very long', `v=bimi1; l=${LOGO}${'a'.repeat(3000)}`],
  ])('%s', (_, record) => expect(correct(record)).toBeNull())

  test('which of two records is right', () => {
    expect(correct(RECORD, `v=BIMI1; l=${LOGO}`)).toBeNull()
  })

  test('no record at all', () => {
    expect(correct()).toBeNull()
    expect(correct('v=spf1 -all')).toBeNull()
  })
})

describe('where it goes', () => {
  test('a record at a wrong name moves to the right one', () => {
    const facts: RawFactSet = {
      bimiTxt: nothing(NAME, 'TXT'),
      domainTxt: txtFact('example.com', ['v=spf1 -all', `v=BIMl1; l=${LOGO}`]),
    }
    const corrected = correctBimiRecord(derive(facts))
    expect(corrected).toMatchObject({ where: NAME, old: null, text: `v=BIMI1; l=${LOGO}` })
    expect(correctBimiRecord(derive({ ...facts, ...asked('summer').facts }))).toBeNull()
  })

  test('a record of the organizational domain is corrected there', () => {
    const facts: RawFactSet = {
      bimiTxt: nothing('default._bimi.mail.example.com', 'TXT'),
      bimiOrgTxt: txtFact(NAME, [`v=bimi1; l=${LOGO}`]),
    }
    expect(correctBimiRecord(derive(facts))?.where).toBe(NAME)
  })

  test('a record behind an alias is corrected where it stands', () => {
    const chain = [{ name: NAME, target: 'bimi.vendor.example', ttl: 3600 }]
    const bimiTxt = txtFact(NAME, [`v=bimi1; l=${LOGO}`], { chain })
    expect(correctBimiRecord(derive({ bimiTxt }))?.where).toBe('bimi.vendor.example')
  })
})

test('whatever stands there: what is written has been read back, and nothing takes long', () => {
  const parts = ['v=BIMI1', 'v=BIMl1', ';', ' ', ',', 'l=', 'L:', 'a=', LOGO, MARK, 'é', '"', '\\', 'lps=', 'avp=x', 'http://a.b/c d'] // prettier-ignore
  const records = fc.array(fc.constantFrom(...parts), { maxLength: 12 })
  fc.assert(
    fc.property(records, fc.string(), (chosen, text) => {
      for (const record of [chosen.join(''), `v=BIMI1;${text}`]) {
        const corrected = correct(record)
        if (corrected === null) continue
        const { value, problems } = parseBimiRecord(corrected.text)
        expect({ value: value !== null, problems }).toEqual({ value: true, problems: [] })
      }
    }),
  )
  const began = performance.now()
  for (const unit of ['l=', ' l=', ', l', 'v=BIMI1;', '; ', ' ', 'a'])
    correct(`v=bimi1; l=${unit.repeat(Math.ceil(1900 / unit.length))}`)
  expect(performance.now() - began).toBeLessThan(1000)
})
