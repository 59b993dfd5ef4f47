import { expect, test } from 'vitest'
import { dateOfId, isDateId } from './record-id.ts'

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
