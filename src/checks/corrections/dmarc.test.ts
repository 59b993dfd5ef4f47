import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derive } from '../../facts/derive/derive.ts'
import { txtFact } from '../../facts/build.ts'
import { found } from '../../facts/fact.ts'
import { parseDmarcRecord } from '../../protocols/dmarc/record.ts'
import { dmarcRecords, dmarcWalk } from '../rules/dmarc/examples.ts'
import { correctDmarcRecord, raisedDmarcRecord } from './dmarc.ts'

const NAME = '_dmarc.example.com'
const RUA = 'rua=mailto:d@example.com'
const subject = found(
  { typed: 'example.com', domain: 'example.com', unicode: 'example.com', localPart: null, changes: [] }, // prettier-ignore
  { name: 'example.com', via: 'typed' } as const,
)
const factsOf = (...records: string[]) => derive({ ...dmarcRecords(...records).facts, subject })
const correct = (...records: string[]) => correctDmarcRecord(factsOf(...records))
const raise = (...records: string[]) => raisedDmarcRecord(factsOf(...records))

describe('the corrected record', () => {
  test.each([
    'v=DMARC1; p=none',
    `v=DMARC1; p=reject; ${RUA}`,
    `v=DMARC1; ${RUA}; p=reject`,
    'v=DMARC1; p=none; foo=1',
    'v=DMARC1; p=none; ri=86400',
  ])('can stay: %s', (record) => expect(correct(record)).toBeNull())

  test.each([
    ['v=dmarc1; p=reject', 'v=DMARC1; p=reject'],
    ['v=DMARC1.0; p=reject', 'v=DMARC1; p=reject'],
    [`p=reject; v=DMARC1; ${RUA}`, `v=DMARC1; p=reject; ${RUA}`],
    ['v=DMARC1; p=none; p=reject', 'v=DMARC1; p=none'],
    ['v=DMARC1; p=block', 'v=DMARC1; p=none'],
    [`v=DMARC1; ${RUA}`, `v=DMARC1; p=none; ${RUA}`],
    ['v=DMARC1; p=reject; sp=monitor', 'v=DMARC1; p=reject'],
    ['v=DMARC1; p=none; hello', 'v=DMARC1; p=none'],
    ['v=DMARC1; p=none; rua=d@example.com', `v=DMARC1; p=none; ${RUA}`],
    ['v=DMARC1\\; p=Reject; adkim=s', 'v=DMARC1; p=Reject; adkim=s'],
  ])('%s → %s', (record, text) => {
    expect(correct(record)).toMatchObject({ where: NAME, old: record, text })
  })

  test('is not written where the owner has to choose', () => {
    expect(correct('v=DMARC1; p=none', 'v=DMARC1; p=reject')).toBeNull()
    expect(correct('v=DMARC1; p=reject; t=y')).toBeNull()
    expect(correct('v=DMARC1; p=reject; psd=y')).toBeNull()
    expect(correct('v=DMARC1; p=quarantine; pct=50')).toBeNull()
  })

  test('begins with reports where nothing applies', () => {
    expect(correct()).toMatchObject({
      where: NAME,
      old: null,
      text: 'v=DMARC1; p=none; rua=mailto:dmarc@example.com',
    })
    const inherited = dmarcWalk('mail.example.com', { 'example.com': 'v=DMARC1; p=reject' })
    expect(correctDmarcRecord(derive({ ...inherited.facts, subject }))).toBeNull()
  })

  test('moves from a wrong name', () => {
    const domainTxt = txtFact('example.com', ['v=DMARC1; p=quarantine'])
    const facts = derive({ ...dmarcRecords().facts, subject, domainTxt })
    expect(correctDmarcRecord(facts)).toMatchObject({
      where: NAME,
      old: null,
      text: 'v=DMARC1; p=quarantine',
    })
  })
})

describe('the raised record', () => {
  test.each([
    [`v=DMARC1; p=none; ${RUA}`, `v=DMARC1; p=quarantine; ${RUA}`],
    [`v=DMARC1; p=reject; sp=none; ${RUA}`, `v=DMARC1; p=reject; ${RUA}`],
    [`v=DMARC1; p=reject; np=none; ${RUA}`, `v=DMARC1; p=reject; ${RUA}`],
    [`v=DMARC1; p=quarantine; sp=none; pct=50; ${RUA}`, `v=DMARC1; p=quarantine; ${RUA}`],
    [`v=DMARC1; p=quarantine; t=y; ${RUA}`, `v=DMARC1; p=quarantine; ${RUA}`],
    [`v=DMARC1; ${RUA}`, `v=DMARC1; p=quarantine; ${RUA}`],
    ['v=DMARC1; p=none; adkim=s; aspf=s', 'v=DMARC1; p=quarantine; adkim=s; aspf=s'],
  ])('%s → %s', (record, text) => expect(raise(record)).toMatchObject({ where: NAME, text }))

  test.each([`v=DMARC1; p=reject; ${RUA}`, 'v=DMARC1; p=quarantine; sp=reject', 'v=DMARC1'])(
    'nothing to raise: %s',
    (record) => expect(raise(record)).toBeNull(),
  )

  test('at the name that is too weak', () => {
    const at = (own: string, above: string) =>
      raisedDmarcRecord(
        derive(
          dmarcWalk('mail.example.com', { 'mail.example.com': own, 'example.com': above }).facts,
        ),
      )?.where
    expect(at('v=DMARC1; p=reject', 'v=DMARC1; p=none')).toBe(NAME)
    expect(at('v=DMARC1; p=none', 'v=DMARC1; p=reject')).toBe('_dmarc.mail.example.com')
  })

  test('says what is left out, and what that brings', () => {
    expect(raise('v=DMARC1; p=quarantine; sp=none; pct=50')?.removed).toEqual(['sp=none', 'pct=50'])
    expect(raise('v=DMARC1; p=quarantine; sp=none; pct=50')?.notes).toEqual([
      'Without `sp` the policy holds for sub-domains too.',
      'Without `pct` the policy holds for all of the mail.',
    ])
  })
})

test('whatever stands there: what is written has been read back', () => {
  const parts = ['v=DMARC1', 'v=dmarc1', ';', '; ', ' ', 'p=none', 'p=x', 'P=reject', 'sp=none', 'pct=50', 't=y', 'psd=y', 'rua=a@b.example', ',', 'mailto:c@d.example!10m', 'é', '\\', '"'] // prettier-ignore
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (chosen) => {
      for (const corrected of [correct(chosen.join('')), raise(chosen.join(''))]) {
        if (corrected === null) continue
        const { value, problems } = parseDmarcRecord(corrected.text)
        expect(value).not.toBeNull()
        for (const { code } of problems)
          expect(['p-position', 'old-tags', 'unknown-tag']).toContain(code)
      }
    }),
  )
})
