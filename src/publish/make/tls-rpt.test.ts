import { expect, test } from 'vitest'
import { nothing, txtFact } from '../../facts/build.ts'
import { makeTlsRpt, readTlsRpt, rptStanding, type TlsRptTyped } from './tls-rpt.ts'

const NAME = '_smtp._tls.example.com'
const UNTOUCHED: TlsRptTyped = { zone: '', rua: null, ttl: '' }
const absent = rptStanding('example.com', nothing(NAME, 'TXT'))

function read(typed: Partial<TlsRptTyped>, record = absent) {
  return readTlsRpt(
    { ...UNTOUCHED, ...typed },
    { domain: 'example.com', zone: 'example.com', record },
  )
}

function made(typed: Partial<TlsRptTyped>, record = absent) {
  const reading = read(typed, record)
  if (!reading.ok) throw new Error(reading.faults.map(({ text }) => text).join())
  return makeTlsRpt(reading.choices, record)
}

test('nothing typed, nothing published: a mailbox for the task', () => {
  expect(made({})).toEqual({
    records: [
      {
        ...{ zone: 'example.com', name: NAME, type: 'TXT', ttl: 3600, replaces: [] },
        value: 'v=TLSRPTv1; rua=mailto:tls-reports@example.com',
      },
    ],
    policy: null,
    notes: [],
  })
})

test('what is published is taken over, and replaced', () => {
  const live = 'v=TLSRPTv1;rua=mailto:a@example.com,https://r.example/x;'
  const record = rptStanding('example.com', txtFact(NAME, [live, 'v=spf1 -all']))
  expect(made({}, record).records[0]).toMatchObject({
    value: 'v=TLSRPTv1; rua=mailto:a@example.com,https://r.example/x',
    replaces: [live],
  })
})

test('several targets, escaped, each once', () => {
  const rua = ['a!b@example.com', 'https://r.example/a;b', '', 'mailto:a%21b@example.com']
  expect(made({ rua }).records[0]?.value).toBe(
    'v=TLSRPTv1; rua=mailto:a%21b@example.com,https://r.example/a%3Bb',
  )
})

test.each<[string, Partial<TlsRptTyped>, { field: string; index: number | null }[]]>([
  ['no target', { rua: [] }, [{ field: 'rua', index: null }]],
  ['empty places only', { rua: ['', ' '] }, [{ field: 'rua', index: null }]],
  [
    'a bad one is named by its place',
    { rua: ['a@b.example', 'http://x.example'] },
    [{ field: 'rua', index: 1 }],
  ],
  [
    'all that is wrong',
    { rua: ['x'], ttl: 'soon', zone: 'net' },
    [
      { field: 'zone', index: null },
      { field: 'rua', index: 0 },
      { field: 'ttl', index: null },
    ],
  ],
])('%s', (_what, typed, expected) => {
  const reading = read(typed)
  const faults = reading.ok ? [] : reading.faults.map(({ field, index }) => ({ field, index }))
  expect(faults).toEqual(expected)
})
