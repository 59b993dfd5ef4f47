import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextId } from './next-id.ts'
import { dateOfId } from './record-id.ts'
import { formatStsRecord, parseStsRecord } from './record.ts'

const NOW = Date.parse('2026-09-14T23:59:58Z')

test.each<[string, string[], string]>([
  ['nothing is live', [], '2026091401'],
  ['an older date', ['2022051001'], '2026091401'],
  ['today’s', ['2026091401', '2026091402'], '2026091403'],
  ['today’s, the later one first', ['2026091402', '2026091401'], '2026091403'],
  ['today’s last', ['2026091499'], '2026091501'],
  ['today’s, begun with zero', ['2026091400'], '2026091401'],
  ['a date that is still to come', ['2026120107'], '2026120108'],
  ['the last of a year', ['2026123199'], '2027010101'],
  ['three digits of counter', ['20260914001'], '20260914002'],
  ['a date alone', ['20260914'], '2026091401'],
  ['a small number', ['7'], '2026091401'],
  ['seconds since 1970', ['1788163200'], '2026091401'],
  ['a greater number', ['9999999999'], '10000000000'],
  ['milliseconds since 1970', ['1788163200000'], '1788163200001'],
  ['the greatest number that fits', ['9'.repeat(32)], '2026091401'],
  ['no day of any calendar', ['2026023101'], '2026091401'],
  ['words', ['abc', 'v2'], '2026091401'],
  ['a time', ['20260831085700Z'], '20260914235958Z'],
  ['a time without its letter', ['20260831085700'], '20260914235958'],
  ['a time of minutes', ['202608310857'], '202609142359'],
  ['a time with both letters', ['20260831T085700Z'], '20260914T235958Z'],
  ['the time of this second', ['20260914235958Z'], '20260914235959Z'],
  ['a time to come, at the end of a day', ['20261231235959Z'], '20270101000000Z'],
  ['hours that no day has', ['20260831995700Z'], '2026091401'],
])('%s', (_what, live, expected) => {
  expect(nextId(NOW, live)).toBe(expected)
})

describe('whatever is live', () => {
  const now = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2090, 0, 1) })
  const digit = fc.constantFrom(...'0123456789')
  const id = fc.oneof(
    fc.string({ unit: digit, minLength: 1, maxLength: 32 }),
    fc.string({ unit: fc.constantFrom(...'0129TZabc'), minLength: 1, maxLength: 32 }),
    fc
      .tuple(now, fc.constantFrom(8, 10, 11, 12, 14), fc.constantFrom('', 'Z'))
      .map(
        ([time, length, z]) => new Date(time).toISOString().replace(/\D/g, '').slice(0, length) + z,
      ),
    fc.constantFrom('', 'é', '2026-08-31', '20260831085700Z'),
  )

  test('the next one differs, and is an id', () => {
    fc.assert(
      fc.property(now, fc.array(id, { maxLength: 4 }), (time, live) => {
        const next = nextId(time, live)
        expect(live).not.toContain(next)
        expect(parseStsRecord(formatStsRecord({ id: next, extensions: [] })).value?.id).toBe(next)
      }),
    )
  })

  test('a single number is surpassed, and a time of the same form', () => {
    const number = id.filter((text) => /^\d{1,31}$/.test(text))
    fc.assert(
      fc.property(now, number, (time, live) => {
        expect(BigInt(nextId(time, [live])) > BigInt(live)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(now, now, (time, other) => {
        const live = `${new Date(other).toISOString().replace(/\D/g, '').slice(0, 14)}Z`
        const next = nextId(time, [live])
        expect(next).toMatch(/^\d{14}Z$/)
        expect(next > live).toBe(true)
      }),
    )
  })

  test('a day of a hundred changes still has a next one, and it is a date', () => {
    const live: string[] = []
    for (let change = 0; change < 250; change++) live.push(nextId(NOW, live.slice(-1)))
    expect(new Set(live).size).toBe(250)
    expect(live.toSorted()).toEqual(live)
    expect(live.map(dateOfId)).not.toContain(null)
  })
})
