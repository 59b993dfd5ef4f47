import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spotLines } from './spot-lines.ts'

/** What the carets point at. */
function pointedAt({ line, carets }: ReturnType<typeof spotLines>): string {
  const characters = [...line]
  return [...carets].map((caret, i) => (caret === '^' ? (characters[i] ?? '') : '')).join('')
}

test('a spot in a record', () => {
  expect(spotLines('v=STSV1; id=1', { start: 0, end: 7 })).toEqual({
    line: 'v=STSV1; id=1',
    carets: '^^^^^^^',
  })
})

test('a spot in the third line of a file, whatever ends the lines', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['version: STSv1', 'mode: enforce', 'mx: a b', 'max_age: 1'].join(end)
    const start = text.indexOf('a b')
    expect(spotLines(text, { start, end: start + 3 })).toEqual({
      line: 'mx: a b',
      carets: '    ^^^',
    })
  }
})

test('a spot without width has one caret, also at the end', () => {
  expect(spotLines('v=STSv1', { start: 7, end: 7 })).toEqual({
    line: 'v=STSv1',
    carets: '       ^',
  })
  expect(spotLines('', { start: 0, end: 0 })).toEqual({ line: '', carets: '^' })
})

test('a spot over several lines is marked in the first', () => {
  expect(spotLines('mode: x\nmx: y', { start: 6, end: 13 })).toEqual({
    line: 'mode: x',
    carets: '      ^',
  })
})

test('characters outside the basic plane count once', () => {
  const text = 'v=😀😀; id=1'
  expect(pointedAt(spotLines(text, { start: 4, end: 6 }))).toBe('😀')
  expect(spotLines(text, { start: 4, end: 6 }).carets).toBe('   ^')
})

test('a long line is cut around the spot, and says so', () => {
  const text = `${'a'.repeat(500)}SPOT${'b'.repeat(500)}`
  const lines = spotLines(text, { start: 500, end: 504 })
  expect(pointedAt(lines)).toBe('SPOT')
  expect(lines.line).toMatch(/^…a+SPOTb+…$/)
  expect(lines.line.length).toBeLessThan(100)
})

test('what a terminal would obey is shown instead', () => {
  expect(spotLines('v=\u001b[31mSTSv1', { start: 2, end: 3 })).toEqual({
    line: 'v=␛[31mSTSv1',
    carets: '  ^',
  })
})

test('the carets stand below the line and point at the spot, in any text', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(texts, fc.nat(300), fc.nat(300), (text, a, b) => {
      const [start = 0, end = 0] = [a, b]
        .map((n) => Math.min(n, text.length))
        .toSorted((x, y) => x - y)
      const { line, carets } = spotLines(text, { start, end })
      expect(line).not.toMatch(/\p{Cc}/u)
      expect(carets).toMatch(/^ *\^+$/)
      expect([...carets].length).toBeLessThanOrEqual([...line].length + 1)
    }),
  )
})
