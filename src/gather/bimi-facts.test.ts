import { describe, expect, test } from 'vitest'
import { derive } from '../facts/derive/derive.ts'
import type { RawFactSet } from '../facts/fact-set.ts'
import { inputOf, worldSources } from '../testing/gather-world.ts'
import { D, LOGO_URL, MARK_URL, ordinaryWorld as world } from '../testing/ordinary-world.ts'
import { gatherDomain } from './gather-domain.ts'
import type { World } from './sample/world.ts'

interface Wanted {
  typed?: string
  selector?: string
}

async function gather(given: World, { typed = D, selector }: Wanted = {}) {
  const { sources, asked } = worldSources(given)
  const subject = { ...inputOf(typed), ...(selector === undefined ? {} : { selector }) }
  return { facts: await gatherDomain(subject, sources), asked }
}

const OTHER_URL = `https://logo.${D}/other.svg`
const record = (url = LOGO_URL, more = '') => [`v=BIMI1; l=${url}${more}`]
const used = (facts: RawFactSet) => {
  const { bimiAssertion } = derive(facts)
  return bimiAssertion?.state === 'found' ? bimiAssertion.value : null
}

describe('which record is meant', () => {
  test.each<[string, Wanted, object]>([
    ['nothing said', {}, { selector: 'default', custom: false, localPart: null }],
    ['the default, said', { selector: 'Default' }, { selector: 'default', custom: false }],
    ['a selector', { selector: ' Summer ' }, { selector: 'summer', custom: true }],
    ['an empty one', { selector: '' }, { selector: 'default', custom: false }],
    ['one in the name typed', { typed: `summer._bimi.${D}` }, { selector: 'summer', custom: true }],
    ['said and typed', { typed: `a._bimi.${D}`, selector: 'b' }, { selector: 'b' }],
    ['an address', { typed: `Brand.Shop+x@${D}` }, { localPart: 'Brand.Shop+x' }],
  ])('%s', async (_, wanted, expected) => {
    const { facts } = await gather(world(), wanted)
    expect(facts.bimiQuestion).toMatchObject({ state: 'found', value: expected })
  })

  test('a selector is asked for by its own name, and no name that people take for it', async () => {
    const { facts, asked } = await gather(world(), { selector: 'summer' })
    expect(facts.bimiTxt?.source.name).toBe(`summer._bimi.${D}`)
    expect(asked.filter((line) => line.includes('bimi'))).toEqual([`summer._bimi.${D} TXT`])
  })

  test('a selector that DNS cannot carry is asked of nobody', async () => {
    const { facts, asked } = await gather(world(), { selector: 'a'.repeat(64) })
    expect(facts.bimiTxt).toMatchObject({ state: 'absent', how: 'nxdomain' })
    expect(asked.filter((line) => line.includes('bimi'))).toEqual([])
  })
})

describe('the organizational domain', () => {
  const SUB = `mail.${D}`

  test('has the record of a sub-domain without one, with the same selector', async () => {
    const { facts, asked } = await gather(
      world({ [`summer._bimi.${D} TXT`]: record(), [`default._bimi.${D} TXT`]: record(OTHER_URL) }),
      { typed: SUB, selector: 'summer' },
    )
    expect(used(facts)).toMatchObject({ name: `summer._bimi.${D}`, at: 'organizational-domain' })
    expect(asked).not.toContain(`default._bimi.${D} TXT`)
    expect(facts.indicator).toMatchObject({ state: 'found', value: { url: LOGO_URL } })
  })

  test.each<[string, Parameters<typeof world>[0]]>([
    ['a record of its own', { [`default._bimi.${SUB} TXT`]: record(OTHER_URL) }],
    ['no DMARC record above', { [`_dmarc.${D} TXT`]: null }],
    ['an organization of its own', { [`_dmarc.${SUB} TXT`]: ['v=DMARC1; p=reject; psd=n'] }],
  ])('is not asked with %s', async (_, changes) => {
    const { facts, asked } = await gather(world(changes), { typed: SUB })
    expect(facts.bimiOrgTxt).toBeUndefined()
    expect(asked).not.toContain(`default._bimi.${D} TXT`)
  })

  test('is asked when what the sub-domain has is no assertion record', async () => {
    const { facts } = await gather(world({ [`default._bimi.${SUB} TXT`]: ['v=spf1 -all'] }), {
      typed: SUB,
    })
    expect(facts.bimiOrgTxt?.state).toBe('found')
  })

  test('that cannot be learned leaves the record unknown', async () => {
    const { facts } = await gather(world({ [`_dmarc.${D} TXT`]: { failure: 'timeout' } }), {
      typed: SUB,
    })
    expect(facts.bimiOrgTxt).toMatchObject({ state: 'failed', reason: 'timeout' })
    expect(facts.bimiElsewhere).toBeUndefined()
  })

  test('is known although nobody answers for the top-level domain', async () => {
    const { facts } = await gather(world({ '_dmarc.com TXT': { failure: 'timeout' } }), {
      typed: SUB,
    })
    expect(used(facts)).toMatchObject({ name: `default._bimi.${D}` })
    expect(derive(facts).dmarc).toMatchObject({ value: { organizationalDomain: D } })
  })
})

describe('an address that was typed', () => {
  const lps = (prefixes: string) => ({
    [`default._bimi.${D} TXT`]: record(LOGO_URL, `; lps=${prefixes}`),
  })

  test('leads to a record of its own where the prefixes say so', async () => {
    const { facts } = await gather(
      world({ ...lps('brand-'), [`brand-shop._bimi.${D} TXT`]: record(OTHER_URL) }),
      { typed: `Brand_Shop+news@${D}` },
    )
    expect(used(facts)).toMatchObject({ at: 'local-part', record: { location: OTHER_URL } })
    expect(facts.bimiPrefixes).toBeUndefined()
  })

  test('and its file is asked for under that name', async () => {
    const { sources } = worldSources(
      world({ ...lps(''), [`shop._bimi.${D} TXT`]: record(OTHER_URL) }),
    )
    const asked: unknown[] = []
    const indicator: typeof sources.indicator = (file, signal) => {
      asked.push(file)
      return sources.indicator(file, signal)
    }
    await gatherDomain(inputOf(`shop@${D}`), { ...sources, indicator })
    expect(asked).toEqual([
      { domain: D, selector: 'shop', url: OTHER_URL, text: `v=BIMI1; l=${OTHER_URL}` },
    ])
  })

  test.each([
    ['not covered', 'news', `shop@${D}`],
    ['no label is left', '', `+x@${D}`],
    ['no address was typed', '', D],
  ])('otherwise the ordinary record holds: %s', async (_, prefixes, typed) => {
    const { facts } = await gather(world(lps(prefixes)), { typed })
    expect(facts.bimiLocalPartTxt).toBeUndefined()
    expect(used(facts)).toMatchObject({ at: 'domain' })
  })
})

describe('the files', () => {
  const both = { [`default._bimi.${D} TXT`]: record(LOGO_URL, `; a=${MARK_URL}`) }

  test('logo and certificate are fetched, with the record that names them', async () => {
    const { facts } = await gather(world(both))
    expect(facts.indicator).toMatchObject({
      state: 'found',
      value: { url: LOGO_URL, record: { name: `default._bimi.${D}` } },
      source: { name: LOGO_URL, via: 'proxy' },
    })
    expect(facts.evidence).toMatchObject({ value: { url: MARK_URL } })
    expect(facts.bimiHosts).toMatchObject({ value: [{ name: `logo.${D}` }] })
  })

  test('a declination names none', async () => {
    const { facts, asked } = await gather(
      world({ [`default._bimi.${D} TXT`]: ['v=BIMI1; l=; a=;'] }),
    )
    expect([facts.indicator, facts.evidence, facts.bimiHosts]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(asked).not.toContain(`indicator ${D}`)
  })

  test('a proxy that saw no record, or another, has learned nothing', async () => {
    const page = worldSources(world())
    const proxy = worldSources(world({ [`default._bimi.${D} TXT`]: ['v=BIMI1; l=; a=;'] }))
    const { indicator } = proxy.sources
    const facts = await gatherDomain(inputOf(D), { ...page.sources, indicator })
    expect(facts.indicator).toMatchObject({
      state: 'failed',
      reason: 'proxy',
      detail: `This check saw v=BIMI1; l=${LOGO_URL} at default._bimi.${D}; for the proxy the record there is v=BIMI1; l=; a=;.`,
    })
  })
})
