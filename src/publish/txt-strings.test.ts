import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStrings } from '../testing/presentation-reader.ts'
import { LONG, LONG_STRINGS } from '../testing/zone-records.ts'
import { escaped, escapedInOctal, quotedStrings, txtStrings } from './txt-strings.ts'

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

test.each([
  ['nothing', '', ['']],
  ['255 bytes', 'a'.repeat(255), ['a'.repeat(255)]],
  ['256 bytes', 'a'.repeat(256), ['a'.repeat(255), 'a']],
  ['510 bytes', 'a'.repeat(510), ['a'.repeat(255), 'a'.repeat(255)]],
  ['a long record', LONG.value, LONG_STRINGS],
  // Bytes are counted, not characters: 127 of two bytes and one that does not fit any more.
  ['letters of two bytes', 'é'.repeat(128), ['é'.repeat(127), 'é']],
  ['a letter across the border', `${'a'.repeat(254)}é`, ['a'.repeat(254), 'é']],
  ['a character of four bytes across it', `${'a'.repeat(252)}😀b`, ['a'.repeat(252), '😀b']],
])('%s', (_, value, expected) => expect(txtStrings(value)).toEqual(expected))

test('splitting loses nothing, and no string is too long or could be longer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (value) => {
      const strings = txtStrings(value)
      expect(strings.join('')).toBe(value)
      for (const [place, text] of strings.entries()) {
        expect(bytesOf(text)).toBeLessThanOrEqual(255)
        const next = [...(strings[place + 1] ?? '')][0]
        if (next !== undefined) expect(bytesOf(text + next)).toBeGreaterThan(255)
      }
    }),
  )
})

test.each([
  ['v=STSv1; id=1', 'v=STSv1; id=1'],
  ['say "yes"', String.raw`say \"yes\"`],
  ['back\\slash', String.raw`back\\slash`],
  ['a\tb\n', String.raw`a\009b\010`],
  ['é', String.raw`\195\169`],
  ['\u007f', String.raw`\127`],
  ['~ ', '~ '],
])('escaped: %j', (text, expected) => expect(escaped(text)).toBe(expected))

test('octal numbers where Route 53 wants them', () => {
  expect(escapedInOctal('é\t"\\')).toBe(String.raw`\303\251\011\"\\`)
})

test('several strings stand apart, each in quotation marks', () => {
  expect(quotedStrings(LONG.value)).toBe(`"${LONG_STRINGS[0] ?? ''}" "${LONG_STRINGS[1] ?? ''}"`)
  expect(quotedStrings('')).toBe('""')
})

test('a reader of presentation format gets the value back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (value) => {
      expect(readStrings(quotedStrings(value)).join('')).toBe(value)
      expect(readStrings(quotedStrings(value, { escape: escapedInOctal }), 8).join('')).toBe(value)
    }),
  )
})
