import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileDifference, recordDifference, tagDifference } from './changes.ts'

const shown = (text: string, { changes }: ReturnType<typeof recordDifference>) =>
  changes.map(({ start, end, was }) => [text.slice(start, end), was])

describe('records', () => {
  test.each([
    [
      'v=STSV1; id=2022051001;',
      'v=STSv1; id=2026091401',
      [
        ['v', 'V'],
        ['2026091401', '2022051001'],
      ],
    ],
    ['v=STSv1; id=1', 'v=STSv1; id=1', []],
    ['v=STSv1 id=1', 'v=STSv1; id=1', [[';', null]]],
    ['v=STSv1; id=1;; x=y', 'v=STSv1; id=1; x=y', []],
    ['v=TLSRPTv1; rua=a@b.example', 'v=TLSRPTv1; rua=mailto:a@b.example', [['mailto:', null]]],
    ['', 'v=STSv1; id=1', [['v=STSv1; id=1', null]]],
  ])('%s → %s', (old, text, expected) => {
    expect(shown(text, recordDifference(old, text))).toEqual(expected)
  })
})

test('tag lists: fields that have no place any more', () => {
  const { changes, removed } = tagDifference('v=DMARC1; P=none; sp=none; x', 'v=DMARC1; p=reject')
  expect(removed).toEqual(['sp=none', 'x'])
  expect(changes.length).toBeGreaterThan(0)
  expect(tagDifference('v=DMARC1; p=none;', 'v=DMARC1; p=none').removed).toEqual([])
})

describe('files', () => {
  const file = (...lines: string[]) => lines.map((line) => `${line}\r\n`).join('')
  const old = file('version: STSv1', 'mode: enforce', 'mx: mail1.d', 'mx: *.d', 'max_age: 31557600')
  const text = file(
    'version: STSv1',
    'mode: testing',
    'mx: mail1.d',
    'mx: mail2.d',
    'max_age: 604800',
  )

  test('values that changed, lines that came, lines that went', () => {
    const difference = fileDifference(old, text)
    expect(shown(text, difference)).toEqual([
      ['testing', 'enforce'],
      ['mx: mail2.d', null],
      ['604800', '31557600'],
    ])
    expect(difference.removed).toEqual(['mx: *.d'])
  })

  test('line ends alone are no change', () => {
    expect(fileDifference(text.replaceAll('\r\n', '\n'), text)).toEqual({
      changes: [],
      removed: [],
    })
  })

  test('a misspelt key is replaced, not doubled', () => {
    const difference = fileDifference(text.replace('max_age', 'Max-Age'), text)
    expect(shown(text, difference)).toEqual([['max_age: 604800', 'Max-Age: 604800']])
    expect(difference.removed).toEqual([])
  })

  test('a comment and a blank line are removed', () => {
    expect(fileDifference(`# mine\n\n${text}`, text)).toEqual({
      changes: [],
      removed: ['# mine', ''],
    })
  })
})

test('spans stay in order and inside the text, for any two texts', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (old, text) => {
      for (const { changes } of [recordDifference(old, text), fileDifference(old, text)]) {
        let last = 0
        for (const { start, end } of changes) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          last = end
        }
      }
    }),
  )
})

test('very long texts are not compared', () => {
  const long = 'a '.repeat(32000)
  expect(recordDifference(long, `${long}b`).changes).toHaveLength(1)
})
