import { expect, test } from 'vitest'
import { txtRecord } from '../src/facts/build.ts'
import { discover } from './assertion-record.ts'
import { Failing } from './failure.ts'
import type { TxtLookup } from './lookup.ts'

const { signal } = new AbortController()
const RECORD = 'v=BIMI1; l=https://example.com/logo.svg'

function zone(records: Record<string, string[]>) {
  const asked: string[] = []
  const txt: TxtLookup = (name) => {
    asked.push(name)
    return Promise.resolve((records[name] ?? []).map((text) => txtRecord(text)))
  }
  return { txt, asked }
}

async function seenIn(
  records: Record<string, string[]>,
  domain = 'example.com',
  selector = 'default',
) {
  const { txt, asked } = zone(records)
  const { seen, record } = await discover(domain, selector, txt, signal)
  return { at: seen?.name ?? null, location: record?.location ?? null, asked }
}

const LOCATION = 'https://example.com/logo.svg'
const AT = 'default._bimi.example.com'

test('the domain’s own record is enough: nothing else is asked', async () => {
  expect(await seenIn({ [AT]: [RECORD] })).toEqual({ at: AT, location: LOCATION, asked: [AT] })
})

test('a selector has its own record, and never that of `default`', async () => {
  const summer = 'summer._bimi.example.com'
  expect(
    await seenIn({ [summer]: [RECORD], [AT]: ['v=BIMI1; l=;'] }, 'example.com', 'summer'),
  ).toMatchObject({ at: summer, location: LOCATION })
  expect(await seenIn({ [AT]: [RECORD] }, 'example.com', 'summer')).toMatchObject({ at: null })
})

test.each<[string, Record<string, string[]>, string | null]>([
  [
    'DMARC above leads to the organizational domain',
    { '_dmarc.example.com': ['v=DMARC1; p=reject'] },
    AT,
  ],
  ['without DMARC the domain is its own organization', {}, null],
  [
    'two DMARC records count as none',
    { '_dmarc.example.com': ['v=DMARC1; p=reject', 'v=DMARC1; p=none'] },
    null,
  ],
  [
    'psd=n ends the walk at the domain itself',
    {
      '_dmarc.mail.example.com': ['v=DMARC1; p=reject; psd=n'],
      '_dmarc.example.com': ['v=DMARC1; p=none'],
    },
    null,
  ],
  ['psd=y above leads one label below it', { '_dmarc.com': ['v=DMARC1; p=none; psd=y'] }, AT],
])('of a sub-domain without a record: %s', async (_, dmarc, at) => {
  const { asked, ...seen } = await seenIn({ ...dmarc, [AT]: [RECORD] }, 'mail.example.com')
  expect(seen).toMatchObject({ at })
  expect(asked.slice(0, 4).sort()).toEqual([
    '_dmarc.com',
    '_dmarc.example.com',
    '_dmarc.mail.example.com',
    'default._bimi.mail.example.com',
  ])
})

test('the walk of the longest name takes eight questions', async () => {
  const domain = `${Array.from({ length: 60 }, () => 'a').join('.')}.example.com`
  const { asked } = await seenIn({ '_dmarc.example.com': ['v=DMARC1; p=reject'] }, domain)
  expect(asked.filter((name) => name.startsWith('_dmarc.'))).toHaveLength(8)
  expect(asked).toHaveLength(10)
})

test.each([
  ['another record beside it is dropped', [RECORD, 'v=spf1 -all'], LOCATION],
  [
    'one that receivers do not select is none',
    ['v=BIMl1; l=https://example.com/logo.svg'],
    undefined,
  ],
  ['one with a fault is seen, and not used', ['v=BIMI1; l=http://example.com/logo.svg'], null],
])('%s', async (_, records, location) => {
  const seen = await seenIn({ [AT]: records })
  expect(seen).toMatchObject(
    location === undefined ? { at: null, location: null } : { at: AT, location },
  )
})

test('two records are none, and the organizational domain is not asked', async () => {
  const { txt, asked } = zone({ 'default._bimi.mail.example.com': [RECORD, RECORD] })
  await expect(discover('mail.example.com', 'default', txt, signal)).rejects.toMatchObject({
    reason: 'no-record',
    message: '2 assertion records at default._bimi.mail.example.com count as none',
  })
  expect(asked).toHaveLength(1)
})

test('a resolver that fails is no missing record', async () => {
  const txt: TxtLookup = (name) =>
    name.startsWith('_dmarc.')
      ? Promise.reject(new Failing('resolver', 'SERVFAIL'))
      : Promise.resolve([])
  await expect(discover('mail.example.com', 'default', txt, signal)).rejects.toMatchObject({
    reason: 'resolver',
  })
})
