import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfId, isDateId, nextId } from './record-id.ts'
import { formatStsRecord, parseStsRecord } from './record.ts'

test.each([
  ['2026083101', '2026-08-31'],
  ['20260831', '2026-08-31'],
  ['20260831085700', '2026-08-31'],
  ['20260831085700Z', '2026-08-31'],
  ['20260831T085700', '2026-08-31'],
  ['1788163200', '2026-08-31'],
  ['1788163200000', '2026-08-31'],
  ['2022051001', '2022-05-10'],
  ['2026133101', null],
  ['2026083', null],
  ['20260832', null],
  ['a20260831', null],
  ['20260831x', null],
  ['1', null],
  ['', null],
])('%s', (id, date) => {
  expect(dateOfId(id)).toBe(date)
  expect(isDateId(id)).toBe(date !== null)
})

const NOW = Date.parse('2026-09-14T23:59:59Z')

test('the next id is today’s, and another than the live one', () => {
  expect(nextId(NOW, [])).toBe('2026091401')
  expect(nextId(NOW, ['2022051001'])).toBe('2026091401')
  expect(nextId(NOW, ['2026091401', '2026091402'])).toBe('2026091403')
})

test('a day of a hundred changes still has a next one', () => {
  const live = Array.from({ length: 99 }, (_, i) => `20260914${String(i + 1).padStart(2, '0')}`)
  expect(nextId(NOW, live)).toBe('20260914100')
})

test('every next id is a date, and a record takes it', () => {
  const time = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2090, 0, 1) })
  fc.assert(
    fc.property(time, (now) => {
      const id = nextId(now, [])
      expect(dateOfId(id)).toBe(new Date(now).toISOString().slice(0, 10))
      expect(parseStsRecord(formatStsRecord({ id, extensions: [] })).value?.id).toBe(id)
    }),
  )
})
