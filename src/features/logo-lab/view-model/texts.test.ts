import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween } from '../source/changes-between.ts'
import { changedLines } from './changed-lines.ts'
import { excerptOf } from './excerpt.ts'
import {
  bareFileName,
  fixedName,
  handedName,
  titleFromDomain,
  titleFromFile,
} from './file-names.ts'
import { shareWords } from './share-words.ts'

describe('changed lines', () => {
  test.each([
    ['nothing', 'a\nb', 'a\nb', []],
    ['one in the middle', 'a\nb\nc', 'a\nx\nc', [2]],
    ['one more', 'a\nc', 'a\nb\nc', [2]],
    ['one less', 'a\nb\nc', 'a\nc', []],
    ['two places', 'a\nb\nc\nd\ne', 'a\nX\nc\nY\ne', [2, 4]],
    ['a line that moved', 'a\nb\nc', 'b\nc\na', [3]],
    ['all of it', 'a', 'b', [1]],
  ])('%s', (_, before, after, lines) => expect(changedLines(before, after)).toEqual(lines))

  test('what is not named was there before, in the same order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const changed = new Set(changedLines(a.join('\n'), b.join('\n')))
        const kept = b
          .join('\n')
          .split('\n')
          .filter((_, at) => !changed.has(at + 1))
        let from = 0
        for (const line of kept) {
          from = a.join('\n').split('\n').indexOf(line, from) + 1
          expect(from).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('files of many lines are told in time', () => {
    const lines = (word: string) =>
      Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join('\n')
    expect(changedLines(lines('a'), lines('b'))).toHaveLength(20_000)
  })
})

test('one change leads from any text to any other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const { from, to, insert } = changesBetween(before, after)
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
    }),
  )
  expect(changesBetween('abcd', 'abXd')).toEqual({ from: 2, to: 3, insert: 'X' })
})

describe('excerpts', () => {
  const at = (text: string, word: string) => {
    const start = text.indexOf(word)
    return excerptOf(text, { start, end: start + word.length })
  }

  test('a short line is whole, and its place is named', () => {
    const { text, start, end, place } = at('<svg>\n  <path style="a"/>\n</svg>', 'style="a"')
    expect(text).toBe('  <path style="a"/>')
    expect(text.slice(start, end)).toBe('style="a"')
    expect(place).toBe('Line 2, column 9')
  })

  test('a long line is cut on both sides', () => {
    const { text, start, end } = at(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, 'HERE')
    expect(text).toBe(`… ${'x'.repeat(60)}HERE${'y'.repeat(60)} …`)
    expect(text.slice(start, end)).toBe('HERE')
  })

  test('any spot of any text is in its excerpt', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.nat(300), fc.nat(40), (text, from, length) => {
        const start = Math.min(from, text.length)
        const end = Math.min(start + length, text.length)
        const excerpt = excerptOf(text, { start, end })
        expect(excerpt.text.slice(excerpt.start, excerpt.end)).toBe(text.slice(start, end))
      }),
    )
  })
})

test.each([
  ['finch.svg', 'finch-fixed.svg'],
  ['finch.svgz', 'finch-fixed.svg'],
  ['Finch Tea.final.SVG', 'Finch Tea.final-fixed.svg'],
  ['finch-fixed.svg', 'finch-fixed.svg'],
  ['../../etc/passwd', '....etcpasswd-fixed.svg'],
  ['<b>.svg', 'b-fixed.svg'],
  ['.svg', 'logo-fixed.svg'],
])('%s is saved as %s', (name, saved) => expect(fixedName(name)).toBe(saved))

test.each([
  ['marten-roastery.svg', 'Marten roastery'],
  ['acme_logo_final_v2.svg', 'Acme'],
  ['logo.svg', ''],
  ['pasted.svg', ''],
  ['Žižkov.svgz', 'Žižkov'],
])('the name that %s tells: %s', (name, title) => expect(titleFromFile(name)).toBe(title))

test.each([
  [0.2, 'less than 1\u00a0% of'],
  [3.24, '3.2\u00a0% of'],
  [120.4, '120\u00a0% of'],
  [250, '2.5 times'],
  [2122, '21 times'],
])('%s percent of the limit: %s', (percent, words) => expect(shareWords(percent)).toBe(words))

test('what was not changed keeps its name', () => {
  expect(handedName('finch.svgz', false)).toBe('finch.svg')
  expect(handedName('finch.svg', false, 'svgz')).toBe('finch.svgz')
  expect(handedName('finch.svg', true)).toBe('finch-fixed.svg')
})

test('other names', () => {
  expect(titleFromDomain('www.finch.example')).toBe('Finch')
  expect(titleFromDomain(' finch.example ')).toBe('Finch')
  expect(bareFileName('GMX, WEB.DE and others')).toBe('gmx-web-de-and-others')
})
