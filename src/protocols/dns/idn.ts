/**
 * International names. Conversion is UTS #46, non-transitional (`ß` stays `ß`), as the URL class does it; the other way
 * round is Punycode (RFC 3492). DNS, records and policy files use A-labels (`xn--mller-kva`), people read U-labels.
 */
import { decode } from 'punycode/punycode.es6.js'

/** A name with letters beyond ASCII → its A-labels, or null where UTS #46 has no answer. */
export function toALabels(name: string): string | null {
  try {
    return new URL(`http://${name}`).hostname
  } catch {
    return null
  }
}

/** One label as people read it; anything but a true A-label stays as it is. */
export function toULabel(label: string): string {
  return decodeALabel(label) ?? label
}

/** All labels of a name as people read them. */
export function toULabels(name: string): string {
  return name.split('.').map(toULabel).join('.')
}

/** A label with the prefix of an A-label behind which no international label stands: `xn--0` (RFC 5890, 2.3.2.1). */
export function isFakeALabel(label: string): boolean {
  return label.startsWith('xn--') && decodeALabel(label) === null
}

/** An A-label is one only if it decodes to more than ASCII and encodes back to itself (RFC 5891 section 5.4). */
function decodeALabel(label: string): string | null {
  if (!label.startsWith('xn--')) return null
  try {
    const decoded = decode(label.slice('xn--'.length))
    const isBeyondAscii = /\P{ASCII}/u.test(decoded)
    return isBeyondAscii && toALabels(`${decoded}.example`) === `${label}.example` ? decoded : null
  } catch {
    return null
  }
}

/** Scripts that are told apart; what is in none of them (digits, hyphens, emoji) goes with every script. */
const SCRIPTS: Record<string, RegExp> = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Georgian: /\p{Script=Georgian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
  Coptic: /\p{Script=Coptic}/u,
  Lisu: /\p{Script=Lisu}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  Arabic: /\p{Script=Arabic}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Bengali: /\p{Script=Bengali}/u,
  Tamil: /\p{Script=Tamil}/u,
  Thai: /\p{Script=Thai}/u,
  Ethiopic: /\p{Script=Ethiopic}/u,
  Han: /\p{Script=Han}/u,
  Hiragana: /\p{Script=Hiragana}/u,
  Katakana: /\p{Script=Katakana}/u,
  Bopomofo: /\p{Script=Bopomofo}/u,
  Hangul: /\p{Script=Hangul}/u,
}

/** Scripts that are written together, "highly restrictive" (Unicode TR39 section 5.2). */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
]

/** The scripts of a label that no language mixes, or none: `Latin` and `Cyrillic` in `pаypal` with a Cyrillic а. */
export function mixedScripts(label: string): string[] {
  const used = Object.keys(SCRIPTS).filter((script) => SCRIPTS[script]?.test(label))
  const isOrdinary =
    used.length < 2 || TOGETHER.some((set) => used.every((script) => set.includes(script)))
  return isOrdinary ? [] : used
}
