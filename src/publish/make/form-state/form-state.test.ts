import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bimiForm } from './bimi.ts'
import { JOURNEYS, mtaStsForm, STAGES } from './mta-sts.ts'
import { tlsRptForm } from './tls-rpt.ts'

const parsed = (query: string) => mtaStsForm.read(new URLSearchParams(query))
const EMPTY = parsed('')

test('the empty address is the empty form, and the other way round', () => {
  expect(EMPTY).toEqual({
    ...{ domain: '', stage: 'choose', journey: '', mode: '', maxAge: '', mx: null, id: '' },
    ...{ zone: '', ttl: '', format: '', hosting: '', fill: [], since: null, longest: '' },
  })
  expect(mtaStsForm.write(EMPTY).toString()).toBe('')
  for (const form of [tlsRptForm, bimiForm] as const)
    expect(form.write(form.read(new URLSearchParams()) as never).toString()).toBe('')
})

test('a filled form in its address', () => {
  const form = {
    ...EMPTY,
    ...{
      domain: 'example.com',
      mode: 'enforce' as const,
      mx: ['a.example.com', '*.b.example.net'],
    },
    ...{ stage: 'verify' as const, fill: [['ZONEID', 'Z1 & 2']] as const, since: '2026-09-14' },
  }
  const query = mtaStsForm.write(form).toString()
  expect(query).toBe(
    'domain=example.com&stage=verify&mode=enforce&mx=a.example.com&mx=*.b.example.net&fill.ZONEID=Z1+%26+2&since=2026-09-14',
  )
  expect(parsed(query)).toEqual(form)
})

describe('what links bring', () => {
  test.each([
    ['an unknown choice', 'mode=strict&journey=home&stage=3', {}],
    ['one in another case', 'mode=Enforce', {}],
    ['a day of no calendar', 'since=2026-02-31', {}],
    ['no day at all', 'since=yesterday', {}],
    ['unknown names', 'constructor=1&__proto__=2&toString=3', {}],
    ['too long', `domain=${'a'.repeat(5000)}`, {}],
    ['twice the same', 'domain=a.example&domain=b.example', { domain: 'a.example' }],
    ['a list of nothing is another thing than no list', 'mx=', { mx: [] }],
    ['empty items', 'mx=&mx=a.example', { mx: ['a.example'] }],
    [
      'words that no output has',
      'fill.a+b=x&fill.=y&fill.%C3%BC=z&fill.ZONEID=&fill.var.zone_id=ok',
      { fill: [['var.zone_id', 'ok']] },
    ],
  ])('%s', (_what, query, expected) => {
    expect(parsed(query)).toEqual({ ...EMPTY, ...expected })
  })

  test('a flood is cut off', () => {
    const { mx, fill } = parsed(
      `${'mx=a&'.repeat(9999)}${Array.from({ length: 999 }, (_, n) => `fill.A${n}=x`).join('&')}`,
    )
    expect(mx?.length).toBeLessThan(200)
    expect(fill.length).toBeLessThan(200)
  })

  test('nothing makes it throw, and what was read is written back', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.string(), (query, noise) => {
        for (const text of [query, noise, `mx=${query}`, `fill.A=${noise}`]) {
          const form = parsed(text)
          expect(mtaStsForm.read(mtaStsForm.write(form))).toEqual(form)
        }
      }),
    )
  })
})

describe('every form comes back from its address', () => {
  const typed = fc.string({ unit: 'grapheme', maxLength: 200 })
  const items = fc.option(
    fc.array(
      typed.filter((text) => text !== ''),
      { maxLength: 8 },
    ),
  )
  const word = fc.oneof(
    fc.constantFrom('ZONEID', 'var.zone_id', '/path/key.pem', '__proto__'),
    fc.stringMatching(/^[!-~]{1,40}$/),
  )
  const fill = fc.uniqueArray(
    fc.tuple(
      word,
      typed.filter((text) => text !== ''),
    ),
    { selector: ([name]) => name, maxLength: 4 },
  )
  const stage = fc.constantFrom(...STAGES)
  const day = fc.option(
    fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  )
  const placed = { domain: typed, stage, zone: typed, ttl: typed, format: typed, fill }

  test('MTA-STS', () => {
    const form = fc.record({
      ...placed,
      ...{ maxAge: typed, mx: items, id: typed, hosting: typed, since: day, longest: typed },
      journey: fc.constantFrom('' as const, ...JOURNEYS),
      mode: fc.constantFrom('' as const, 'testing' as const, 'enforce' as const, 'none' as const),
    })
    fc.assert(
      fc.property(form, (value) => {
        expect(parsed(mtaStsForm.write(value).toString())).toEqual(value)
      }),
    )
  })

  test('TLS-RPT', () => {
    fc.assert(
      fc.property(fc.record({ ...placed, rua: items }), (value) => {
        const query = tlsRptForm.write(value).toString()
        expect(tlsRptForm.read(new URLSearchParams(query))).toEqual(value)
      }),
    )
  })

  test('BIMI', () => {
    const form = fc.record({
      ...placed,
      ...{ selector: typed, logo: typed, certificate: typed, declined: fc.boolean() },
      preference: fc.constantFrom('' as const, 'brand' as const, 'personal' as const),
    })
    fc.assert(
      fc.property(form, (value) => {
        const query = bimiForm.write(value).toString()
        expect(bimiForm.read(new URLSearchParams(query))).toEqual(value)
      }),
    )
  })
})
