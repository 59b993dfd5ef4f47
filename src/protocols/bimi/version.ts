import type { Taken } from '../text/cursor.ts'
import { skeleton } from '../text/version.ts'

export type BimiVersionFlaw =
  'version-case' | 'version-lookalike' | 'version-first' | 'version-other'

export interface BimiVersion {
  flaw: BimiVersionFlaw | null
  tag: Taken
}

/** bimi-version = "v" *WSP "=" *WSP "BIMI1", the first tag. Receivers drop records that do not start with it. */
export function isSelectedBimiRecord(text: string): boolean {
  return /^v[ \t]*=[ \t]*BIMI1[ \t]*(?:;|$)/.test(text)
}

/** The version alone, or with the next tag glued to it where a string ended: `v=BIMI1l=https://…`. */
const EXACT = /^v[ \t]*=[ \t]*BIMI1(?![A-Za-z0-9.])|^v[ \t]*=[ \t]*BIMI1(?=[a-z]+[ \t]*=)/

/** The version of a record that claims to be BIMI's, or null. */
export function readBimiVersion(text: string): BimiVersion | null {
  const exact = EXACT.exec(text)?.[0]
  if (exact !== undefined) return { flaw: null, tag: { text: exact, start: 0, end: exact.length } }
  const opening = /^([\s"'\ufeff]*)[vV][ \t]*=[ \t]*([^\s;,:"'\\&%]*)/.exec(text)
  const [whole = '', junk = '', word = ''] = opening ?? []
  if (opening !== null && claims(word)) {
    const flaw = junk === '' ? flawOf(word) : 'version-first'
    return { flaw, tag: { text: whole, start: 0, end: whole.length } }
  }
  return later(text)
}

/** `BIMI2`, `BIMI`, `bimi1`, `BIMl1`: words that nobody would write who means another protocol. */
function claims(word: string): boolean {
  return skeleton(word).startsWith(skeleton('BIM')) && skeleton(word).length <= 8
}

function flawOf(word: string): BimiVersionFlaw {
  if (word.toLowerCase() === 'bimi1') return 'version-case'
  return skeleton(word) === skeleton('BIMI1') ? 'version-lookalike' : 'version-other'
}

/** In a later field, or behind something that is no field. */
function later(text: string): BimiVersion | null {
  const match = /(?<![A-Za-z0-9_.=-])v[ \t]*=[ \t]*BIMI1(?![A-Za-z0-9])/i.exec(text)
  if (match === null) return null
  const [tag] = match
  const start = match.index
  return { flaw: 'version-first', tag: { text: tag, start, end: start + tag.length } }
}
