import { isWsp } from '../text/cursor.ts'
import type { TxtRecord } from './records.ts'

/** Longer records must be split (RFC 1035 section 3.3); after a blank, a split is as people write it. */
export function isOddlySplit({ text, strings }: TxtRecord): boolean {
  if (strings.length < 2 || text.length > 255) return false
  return strings.slice(1).some((string, before) => {
    const left = strings[before] ?? ''
    return !isWsp(left.slice(-1)) && !isWsp(string.charAt(0))
  })
}
