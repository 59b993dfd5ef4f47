/**
 * The opening of a record of the form `v=Word; field; field`, and the ways in which people miss it. MTA-STS
 * (RFC 8461 section 3.1) and TLS-RPT (RFC 8460 section 3) share it: the first tag is `v=`, the word is
 * case-sensitive, and a semicolon follows at once.
 */
import { Cursor, isAlphanumeric, isWsp, type Taken } from './cursor.ts'
import { escapeIn, unescaped } from './fields.ts'

export type VersionFlaw =
  /** The word in another case: `v=STSV1`. */
  | 'case'
  /** The tag stands, but not at the front: `id=1; v=STSv1`. */
  | 'first'
  /** Blanks, a quote or a byte-order mark before or inside the tag: `v = STSv1`. */
  | 'blank'
  /** Characters that only look right: `v=STSvl`, Cyrillic letters. */
  | 'lookalike'
  /** The word's beginning with another end, or a word like it: `v=STSv2`. */
  | 'wrong'

export interface Version {
  flaw: VersionFlaw | null
  /** The tag as it stands. */
  tag: Taken
}

/** Finds the version tag of a record that claims to be `word`, or null: then it is some other record. */
export function readVersion(
  text: string,
  word: string,
  resembles: (seen: string) => boolean,
): Version | null {
  const first = firstField(text)
  const plain = first.text
  const tag = `v=${word}`
  if (opensWith(plain, tag))
    return { flaw: null, tag: { text: tag, start: first.start, end: first.start + tag.length } }
  // A string that ends right after the version glues the next field to it: `v=STSv1id=1` is the right version.
  if (/^[A-Za-z0-9_.-]+=/.test(plain.slice(tag.length)) && plain.startsWith(tag))
    return { flaw: null, tag: { text: tag, start: first.start, end: first.start + tag.length } }
  const flaw = flawOf(plain, tag, resembles)
  if (flaw !== null) return { flaw, tag: spanOfTag(first, tag.length, flaw) }
  return later(text, tag)
}

function firstField(text: string): Taken {
  return new Cursor(text).until(';')
}

function flawOf(
  plain: string,
  tag: string,
  resembles: (seen: string) => boolean,
): VersionFlaw | null {
  const compact = withoutBlanks(plain)
  // What stands up to the first character that no version has: `v=STSV1, id=1` claims STSV1.
  const claimed = /^v=[^\s,;:"'\\&%]*/i.exec(compact)?.[0] ?? ''
  if (compact !== plain && opensWith(compact, tag)) return 'blank'
  if (claimed.toLowerCase() === tag.toLowerCase()) return compact === plain ? 'case' : 'blank'
  if (claimed !== '' && skeleton(claimed) === skeleton(tag)) return 'lookalike'
  if (skeleton(compact).startsWith(skeleton(tag)) && /[^\x20-\x7e]/.test(compact))
    return 'lookalike'
  return claimed !== '' && resembles(claimed.slice(2)) ? 'wrong' : null
}

/** `v=STSv1.0` is another version, `v=STSv1.` this one with something behind it. */
function opensWith(compact: string, tag: string): boolean {
  const rest = compact.slice(tag.length)
  return compact.startsWith(tag) && !isAlphanumeric(rest.charAt(0)) && !/^\.[0-9]/.test(rest)
}

/** Without blanks and quotes at the front and around the first equals sign, and without a byte-order mark. */
function withoutBlanks(field: string): string {
  return field
    .replace(/^[\s"'\ufeff\u200b]+/, '')
    .replace(/^([vV])[\s"']*=[\s"']*/, (_, v: string) => `${v}=`)
}

function spanOfTag(first: Taken, length: number, flaw: VersionFlaw): Taken {
  const trimmedEnd = first.start + first.text.replace(/[\s"']+$/, '').length
  const end = flaw === 'blank' ? trimmedEnd : Math.min(trimmedEnd, wordEnd(first, length))
  return { text: first.text.slice(0, end - first.start), start: first.start, end }
}

/** The end of the claimed word: blanks, commas and escapes do not belong to it. */
function wordEnd(first: Taken, atLeast: number): number {
  const word = /^[^\s,:"'\\&%]*/.exec(first.text)?.[0].length ?? 0
  return first.start + Math.max(word, Math.min(atLeast, first.text.length))
}

/** `\"v=STSv1; id=1\"`, `v%3DSTSv1%3B id=1`: the escape without which the text would open like a record, or null. */
export function escapedOpening(
  text: string,
  word: string,
  resembles: (seen: string) => boolean,
): Taken | null {
  const escape = escapeIn(text)
  if (escape === null) return null
  const version = readVersion(unescaped(text), word, resembles)
  return version === null || version.flaw === 'first' ? null : escape
}

/** A record that was entered with its quotes has one flaw, not a second one at its end. */
export function withoutClosingQuote(text: string, flaw: VersionFlaw | null): string {
  return flaw === 'blank' && /^[\s\ufeff]*(["']).*\1$/s.test(text) ? text.slice(0, -1) : text
}

/** The tag in a later field: `id=1; v=STSv1`. */
function later(text: string, tag: string): Version | null {
  const cursor = new Cursor(text)
  while (!cursor.done) {
    const field = cursor.until(';')
    const stripped = withoutBlanks(field.text)
    if (field.start > 0 && opensWith(stripped.toLowerCase(), tag.toLowerCase())) {
      const start = field.end - field.text.trimStart().length
      return {
        flaw: 'first',
        tag: { text: field.text.trim(), start, end: start + field.text.trim().length },
      }
    }
    cursor.literal(';')
  }
  return within(text, tag)
}

/** The tag behind something that is no field: `_mta-sts IN TXT "v=STSv1; id=1"`, a whole line of a zone file. */
function within(text: string, tag: string): Version | null {
  const match = new RegExp(`(?<![A-Za-z0-9_.=-])${tag}(?![A-Za-z0-9])`, 'i').exec(text)
  if (match === null) return null
  const [seen] = match
  const at = { text: seen, start: match.index, end: match.index + seen.length }
  return { flaw: 'first', tag: at }
}

/** Swaps between letters and digits, and letters of other scripts that look like ours (after Unicode TR 39). */
const CONFUSABLE: Record<string, string> = {
  l: '1', i: '1', '|': '1', 'і': '1', 'ӏ': '1', 'ⅼ': '1', 'ⅰ': '1', '！': '1',
  '5': 's', 'ѕ': 's', 'ꜱ': 's', 'ρ': 'p', 'р': 'p', 'т': 't', 'τ': 't', 'ѵ': 'v', 'ν': 'v', 'ⅴ': 'v',
  '0': 'o', 'о': 'o', 'ο': 'o', 'ʀ': 'r', 'г': 'r', 'в': 'b', 'β': 'b', 'м': 'm', 'μ': 'm', '8': 'b',
  '＝': '=', '᐀': '=',
} // prettier-ignore

/** Two texts with the same skeleton look the same to a hurried reader. */
export function skeleton(text: string): string {
  return Array.from(text.normalize('NFKC').toLowerCase(), (c) => CONFUSABLE[c] ?? c).join('')
}

/** How the version is followed: RFC 8461 section 3.1 filters on `v=STSv1;`, the grammar allows blanks before `;`. */
export type Follow = 'semicolon' | 'blank-semicolon' | 'end' | 'escape' | 'non-ascii' | 'other'

export function followOf(text: string, end: number): { follow: Follow; at: Taken } {
  const cursor = new Cursor(text, end)
  const blanks = cursor.while(isWsp)
  const rest = text.slice(cursor.at)
  const length = followLength(rest)
  const at = { text: rest.slice(0, length), start: cursor.at, end: cursor.at + length }
  if (rest.startsWith(';'))
    return { follow: blanks.text === '' ? 'semicolon' : 'blank-semicolon', at: blanks }
  if (rest === '') return { follow: 'end', at: blanks }
  if (ESCAPE.test(rest)) return { follow: 'escape', at }
  if (!/^[\x20-\x7e\t]/.test(rest)) return { follow: 'non-ascii', at }
  return { follow: 'other', at }
}

/** Escapes of panels and zone files that became part of a record. */
const ESCAPE = /^(?:\\[;"\\]?|%3b|%22|&[a-z]+;|&#\d+;)/i

function followLength(rest: string): number {
  return ESCAPE.exec(rest)?.[0].length ?? Math.min(rest.length, 1)
}
