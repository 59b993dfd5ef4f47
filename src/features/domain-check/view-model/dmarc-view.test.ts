import { describe, expect, test } from 'vitest'
import { dmarcWalk } from '../../../checks/rules/dmarc/examples.ts'
import { dnsSource, txtFact } from '../../../facts/build.ts'
import { derive } from '../../../facts/derive/derive.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { daneAndStsWords, daneRows } from './dane-rows.ts'
import { dmarcTerms, dmarcWalkRows } from './dmarc-walk.ts'

const facts = (domain: string, records: Record<string, string>, more: RawFactSet = {}) =>
  derive({ ...dmarcWalk(domain, records).facts, ...more })

const rows = (domain: string, records: Record<string, string>) =>
  dmarcWalkRows(facts(domain, records)).map(
    ({ name, records: seen, without, notes }) =>
      `${name}: ${seen.join(' + ') || without} (${notes.join(', ')})`,
  )
const term = (name: string, domain: string, records: Record<string, string>) =>
  dmarcTerms(facts(domain, records)).find((one) => one.name === name)?.text

describe('the tree walk', () => {
  test('goes from the domain up to the top', () => {
    expect(
      rows('a.mail.example.com', { 'example.com': 'v=DMARC1; p=reject; sp=quarantine' }),
    ).toEqual([
      // prettier-ignore
      '_dmarc.a.mail.example.com: the name does not exist ()',
      '_dmarc.mail.example.com: the name does not exist ()',
      '_dmarc.example.com: v=DMARC1; p=reject; sp=quarantine (this record applies, the organizational domain)',
      '_dmarc.com: the name does not exist (the walk ends here)',
    ])
  })

  test('ends at a record that says so', () => {
    const records = {
      'mail.example.com': 'v=DMARC1; p=reject; psd=n',
      'example.com': 'v=DMARC1; p=none',
    }
    expect(rows('a.mail.example.com', records).at(-1)).toBe(
      '_dmarc.mail.example.com: v=DMARC1; p=reject; psd=n (this record applies, the organizational domain, `psd=n` ends the walk)',
    )
  })

  test('several records at one name are shown, and count as none', () => {
    const dmarcTxt = txtFact('_dmarc.example.com', ['v=DMARC1; p=none', 'v=DMARC1; p=reject'])
    const [row] = dmarcWalkRows(facts('example.com', {}, { dmarcTxt }))
    expect(row).toMatchObject({ without: 'several records count as none' })
    expect(row?.notes).not.toContain('this record applies')
    expect(row?.records).toHaveLength(2)
  })

  test('a question without answer is no record that is not there', () => {
    const dmarcTxt = failed('timeout', '', dnsSource('_dmarc.example.com', 'TXT'))
    expect(dmarcWalkRows(facts('example.com', {}, { dmarcTxt }))[0]?.without).toBe(
      'could not be looked up: no answer in time',
    )
  })

  test('nobody asked: nothing to show', () => {
    expect(dmarcWalkRows(derive({}))).toEqual([])
    expect(dmarcTerms(derive({}))).toEqual([])
  })
})

describe('which record applies, and why', () => {
  test('by the tag for sub-domains', () => {
    expect(
      term('Policy', 'mail.example.com', { 'example.com': 'v=DMARC1; p=reject; sp=none' }),
    ).toBe(
      'For mail from `mail.example.com`: `none`, by `sp` of the record at `_dmarc.example.com`.',
    )
  })

  test('test mode lowers it', () => {
    expect(term('Policy', 'example.com', { 'example.com': 'v=DMARC1; p=reject; t=y' })).toContain(
      'Test mode (`t=y`) lowers it to `quarantine`.',
    )
  })

  test('both discoveries agree, or differ', () => {
    const name = 'Organizational domain'
    expect(term(name, 'mail.example.com', { 'example.com': 'v=DMARC1; p=none' })).toBe(
      '`example.com`, by the tree walk and by the Public Suffix List.',
    )
    const records = {
      'mail.example.com': 'v=DMARC1; p=reject; psd=n',
      'example.com': 'v=DMARC1; p=none',
    }
    expect(term(name, 'a.mail.example.com', records)).toContain(
      '`mail.example.com` by the tree walk, `example.com` by the Public Suffix List.',
    )
    expect(term('Policy', 'a.mail.example.com', records)).toContain(
      'Receivers of the older kind take `none` from `_dmarc.example.com`.',
    )
  })
})

describe('DANE', () => {
  const name = '_25._tcp.mail.example.com'
  const data = 'ab'.repeat(32)
  const host = (authenticated: boolean): RawFactSet => ({
    tlsa: found(
      [
        {
          host: 'mail.example.com',
          tlsa: found(
            [{ usage: 3, selector: 1, matchingType: 1, data }],
            dnsSource(name, 'TLSA', { authenticated }),
          ),
        },
      ],
      { name: 'example.com', via: 'derived' },
    ),
  })

  test('records as they stand, and what vouches for them', () => {
    expect(daneRows(derive(host(true)))).toEqual([
      {
        host: 'mail.example.com',
        records: [`3 1 1 ${data}`],
        without: null,
        signed: 'signed and validated',
      },
    ])
    expect(daneRows(derive(host(false)))[0]?.signed).toBe('not signed')
  })

  test('two sentences, whatever is there', () => {
    for (const known of [{}, host(true), host(false)])
      expect(daneAndStsWords(derive(known)).match(/\.(?: |$)/g)).toHaveLength(2)
  })
})
