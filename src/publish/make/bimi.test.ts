import { describe, expect, test } from 'vitest'
import { nothing, txtFact } from '../../facts/build.ts'
import { bimiStanding, dmarcRecordFor, makeBimi, readBimi, type BimiTyped } from './bimi.ts'

const NAME = 'default._bimi.example.com'
const TODAY = { domain: 'example.com', zone: 'example.com' }
const absent = bimiStanding('default', 'example.com', nothing(NAME, 'TXT'))
const LOGO = 'https://example.com/bimi/logo.svg'
const TYPED: BimiTyped = {
  ...{ zone: '', selector: '', logo: LOGO, certificate: '', preference: '', ttl: '' },
  declined: false,
}

function made(typed: Partial<BimiTyped>, record = absent) {
  const reading = readBimi({ ...TYPED, ...typed }, TODAY)
  if (!reading.ok) throw new Error(reading.faults.map(({ text }) => text).join())
  return makeBimi(reading.choices, record)
}

const value = (typed: Partial<BimiTyped>) => made(typed).records[0]?.value

test('a logo alone', () => {
  expect(made({})).toEqual({
    records: [
      {
        ...{ zone: 'example.com', name: NAME, type: 'TXT', ttl: 3600, replaces: [] },
        value: `v=BIMI1; l=${LOGO}`,
      },
    ],
    policy: null,
    notes: [],
  })
})

test.each<[string, Partial<BimiTyped>, string]>([
  [
    'with a certificate',
    { certificate: 'https://example.com/mark.pem' },
    `v=BIMI1; l=${LOGO}; a=https://example.com/mark.pem`,
  ],
  [
    'the sender’s own picture first',
    { preference: 'personal' },
    `v=BIMI1; l=${LOGO}; avp=personal`,
  ],
  ['the usual preference is left out', { preference: 'brand' }, `v=BIMI1; l=${LOGO}`],
  ['a declination', { declined: true }, 'v=BIMI1; l=; a='],
  [
    'a declination has nothing else',
    { declined: true, certificate: 'x', preference: 'personal' },
    'v=BIMI1; l=; a=',
  ],
  [
    'blanks, commas and semicolons',
    { logo: 'https://example.com/my logo,1;2.svg' },
    'v=BIMI1; l=https://example.com/my%20logo%2C1%3B2.svg',
  ],
  [
    'what is escaped already',
    { logo: 'https://example.com/a%2C%20b.svg?x=%zz' },
    'v=BIMI1; l=https://example.com/a%2C%20b.svg?x=%25zz',
  ],
  [
    'letters beyond ASCII',
    { logo: 'https://müller.example/ü.svg' },
    'v=BIMI1; l=https://xn--mller-kva.example/%C3%BC.svg',
  ],
])('%s', (_what, typed, expected) => {
  expect(value(typed)).toBe(expected)
})

test.each<[Partial<BimiTyped>, string]>([
  [{ logo: '' }, 'The record names the logo, or declines to show one'],
  [
    { logo: 'http://example.com/logo.svg' },
    '`http://example.com/logo.svg` does not begin with `https://`, and providers fetch nothing else',
  ],
  [
    { logo: 'data:image/svg+xml,x' },
    '`data:image/svg+xml,x` does not begin with `https://`, and providers fetch nothing else',
  ],
  [
    { logo: 'https://192.0.2.1/logo.svg' },
    '`https://192.0.2.1/logo.svg` is not a full address with a host name; write `https://host/path`',
  ],
  [
    { logo: 'https://localhost/logo.svg' },
    '`https://localhost/logo.svg` is not a full address with a host name; write `https://host/path`',
  ],
  [
    { certificate: 'https://a.example/1.pem,https://b.example/2.pem' },
    '`https://a.example/1.pem,https://b.example/2.pem` holds several addresses, and there is place for one',
  ],
  [
    { selector: 'my_logo' },
    '`my_logo` is not a selector: it takes letters, digits, hyphens and dots',
  ],
  [{ preference: 'logo' }, '`logo` is not a preference; use `brand` or `personal`'],
])('%o cannot be used', (typed, text) => {
  const reading = readBimi({ ...TYPED, ...typed }, TODAY)
  expect(reading.ok ? [] : reading.faults.map((fault) => fault.text)).toEqual([text])
})

describe('what stands there', () => {
  test('is replaced, and its local-part selectors stay', () => {
    const old = 'v=BIMI1; l=https://old.example.com/logo.svg; lps=news-,shop'
    const record = bimiStanding('default', 'example.com', txtFact(NAME, [old]))
    expect(made({}, record).records[0]).toMatchObject({
      value: `v=BIMI1; l=${LOGO}; lps=news-,shop`,
      replaces: [old],
    })
  })

  test('is replaced though it cannot be used', () => {
    const old = 'v=BIMl1; l=https://zimbra.example/logo.svg;'
    const record = bimiStanding('default', 'example.com', txtFact(NAME, [old]))
    expect(made({}, record).records[0]?.replaces).toEqual([old])
  })

  test('under its selector', () => {
    const reading = readBimi({ ...TYPED, selector: 'Brand.2026' }, TODAY)
    const selector = reading.ok ? reading.choices.selector : ''
    expect(selector).toBe('brand.2026')
    expect(bimiStanding(selector, 'example.com', undefined)).toMatchObject({
      ...{ known: false, name: 'brand.2026._bimi.example.com' },
    })
  })
})

test('DMARC comes first', () => {
  const raised = {
    where: '_dmarc.example.com',
    old: 'v=DMARC1; p=none',
    text: 'v=DMARC1; p=quarantine',
  }
  const dmarc = dmarcRecordFor(raised, { zone: 'example.com', ttl: 3600 })
  const reading = readBimi(TYPED, TODAY)
  if (!reading.ok) throw new Error('no choices')
  const { records } = makeBimi(reading.choices, absent, dmarc)
  expect(records.map(({ name }) => name)).toEqual(['_dmarc.example.com', NAME])
  expect(records[0]).toEqual({
    ...{ zone: 'example.com', name: '_dmarc.example.com', type: 'TXT', ttl: 3600 },
    ...{ value: 'v=DMARC1; p=quarantine', replaces: ['v=DMARC1; p=none'] },
  })
})
