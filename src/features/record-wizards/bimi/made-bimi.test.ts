import { describe, expect, test } from 'vitest'
import { nothing, txtFact } from '../../../facts/build.ts'
import { derive } from '../../../facts/derive/derive.ts'
import { found } from '../../../facts/fact.ts'
import { bimiForm, type BimiForm } from '../../../publish/make/form-state/bimi.ts'
import { domainFacts, NOW } from '../../../testing/domain-facts.ts'
import type { Live } from '../queries/use-live-facts.ts'
import { dmarcFirst, dmarcObstacles, madeOf } from './made-bimi.ts'
import { takenOver, todayOf } from './today.ts'

const DOMAIN = 'example.com'
const EMPTY = bimiForm.read(new URLSearchParams({ domain: DOMAIN }))
const LOGO = 'https://example.com/logo.svg'
const REJECT = 'v=DMARC1; p=reject; rua=mailto:dmarc@example.com'

function world({ bimi = [] as string[], dmarc = [REJECT] } = {}) {
  const txt = (name: string, texts: string[]) =>
    texts.length > 0 ? txtFact(name, texts) : nothing(name, 'TXT')
  const facts = derive({
    ...domainFacts({ domain: DOMAIN }),
    bimiTxt: txt(`default._bimi.${DOMAIN}`, bimi),
    dmarcTxt: txt(`_dmarc.${DOMAIN}`, dmarc),
    dmarcAbove: found([], { name: DOMAIN, via: 'derived' }),
  })
  const live = {
    facts,
    pending: new Set(),
    zone: { zone: DOMAIN, nameServers: [] },
    run: { began: NOW },
  } as unknown as Live
  const today = (typed = '') => todayOf(DOMAIN, typed, live, null)
  const made = (form: Partial<BimiForm>) => madeOf({ ...EMPTY, ...form }, today(), facts)
  return { facts, today, made }
}

describe('the record', () => {
  test('names the logo, and the certificate where there is one', () => {
    const { made } = world()
    expect(made({ logo: LOGO })).toMatchObject({ record: { value: `v=BIMI1; l=${LOGO}` } })
    const both = made({ logo: LOGO, certificate: 'https://example.com/mark.pem' })
    expect(both).toMatchObject({
      record: { value: `v=BIMI1; l=${LOGO}; a=https://example.com/mark.pem` },
      findings: [],
    })
  })

  test('is live already where it says just this', () => {
    const { made } = world({ bimi: [`v=BIMI1; l=${LOGO}`] })
    expect(made({ logo: LOGO })).toMatchObject({ isLive: true, record: { replaces: [] } })
    expect(made({ logo: 'https://example.com/new.svg' })).toMatchObject({
      isLive: false,
      record: { replaces: [`v=BIMI1; l=${LOGO}`] },
    })
  })

  test('an address that no provider fetches is a fault', () => {
    expect(world().made({ logo: 'http://example.com/logo.svg' }).ok).toBe(false)
  })
})

describe('what is published is taken over', () => {
  const over = (...bimi: string[]) => takenOver(EMPTY, world({ bimi }).facts)

  test('as it stands, and as it was meant', () => {
    expect(over(`v=BIMI1; l=${LOGO}; avp=personal`)).toMatchObject({
      logo: LOGO,
      preference: 'personal',
    })
    // A lower-case L for the capital I, as the talk printed it.
    expect(over(`v=BIMl1; l=${LOGO};`).logo).toBe(LOGO)
    expect(over('v=BIMI1; l=; a=;').declined).toBe(true)
    expect(over()).toEqual(EMPTY)
  })

  test('but nothing that was chosen is lost', () => {
    const form = { ...EMPTY, logo: 'https://example.com/mine.svg' }
    expect(takenOver(form, world({ bimi: [`v=BIMI1; l=${LOGO}`] }).facts)).toEqual(form)
  })
})

describe('DMARC comes first', () => {
  test('a policy that stops nothing is raised, and its record read back', () => {
    const { today, facts } = world({ dmarc: ['v=DMARC1; p=none; rua=mailto:d@example.com'] })
    expect(dmarcObstacles(today(), facts).map(({ id }) => id)).toEqual(['bimi.dmarc.p-none'])
    const first = dmarcFirst(today(), facts)
    expect(first?.record.value).toBe('v=DMARC1; p=quarantine; rua=mailto:d@example.com')
    expect(first?.record.replaces).toEqual(['v=DMARC1; p=none; rua=mailto:d@example.com'])
    expect(first?.findings.filter(({ words }) => words.severity === 'error')).toEqual([])
  })

  test('one that stops forged mail stands in nobody’s way', () => {
    const { today, facts } = world()
    expect(dmarcObstacles(today(), facts)).toEqual([])
    expect(dmarcFirst(today(), facts)).toBeNull()
  })
})
