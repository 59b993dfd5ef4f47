import { expect, test } from 'vitest'
import { editable } from '../svg/edit/editable.ts'
import { writeDrawing } from '../svg/edit/write.ts'
import {
  NO_OPTIONS,
  type Change,
  type Fix,
  type Obstacle,
  type RepairOptions,
} from '../svg/fixes/fix.ts'
import { readLogo } from '../svg/logo.ts'

export interface Repaired {
  text: string
  changes: Change[]
  obstacles: Obstacle[]
}

/** One repair alone, on a file. */
export function repairedBy(fix: Fix, text: string, options: Partial<RepairOptions> = {}): Repaired {
  const logo = readLogo(new TextEncoder().encode(text))
  const drawing = editable(logo)
  if (drawing === null) throw new Error(`not readable: ${text}`)
  const { changes, obstacles = [] } = fix.apply(drawing, {
    options: { ...NO_OPTIONS, ...options },
    logo,
  })
  return { text: writeDrawing(drawing), changes, obstacles }
}

const NS = 'xmlns="http://www.w3.org/2000/svg"'

/** What stands in the root, as a file: `svg('<g/>', 'width="1"')`. */
export function svg(inner: string, attributes = ''): string {
  const start = `<svg ${NS}${attributes === '' ? '' : ` ${attributes}`}`
  return inner === '' ? `${start}/>` : `${start}>${inner}</svg>`
}

/** What stands in the root, before and after: a row of a table of goldens. `null` for what stays as it is. */
export type Golden = readonly [name: string, before: string, after: string | null]

/**
 * Each golden runs twice: the second time there is nothing left to do. Whatever stays as it is has no changes, and whatever
 * changes says so.
 */
export function goldens(
  fix: Fix,
  rows: readonly Golden[],
  options: Partial<RepairOptions> = {},
  attributes = '',
): void {
  test.each(rows)('%s', (_, before, after) => {
    const whole = (text: string): string =>
      text.includes('<svg ') && text.includes(NS) ? text : svg(text, attributes)
    const first = repairedBy(fix, whole(before), options)
    expect(first.text).toBe(whole(after ?? before))
    expect(first.changes.length > 0).toBe(after !== null)
    const again = repairedBy(fix, first.text, options)
    expect(again.changes).toEqual([])
    expect(again.text).toBe(first.text)
  })
}
