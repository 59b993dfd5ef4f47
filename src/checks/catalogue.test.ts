import { describe, expect, test } from 'vitest'
import { findingsFor } from '../testing/expect-findings.ts'
import { FINDING_IDS, RULES } from './catalogue.ts'
import { messageOf, wordsOf } from './rule.ts'

test('finding ids are unique', () => {
  const all = RULES.flatMap((rule) => Object.keys(rule.messages))
  expect(all.length).toBe(new Set(all).size)
  expect(all.length).toBe(FINDING_IDS.length)
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
})

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(Object.entries(rule.examples))('%s is triggered by its example', (id, example) => {
    const findings = findingsFor(rule, example)
    expect(findings.map((finding) => finding.id)).toContain(id)
    const finding = findings.find((candidate) => candidate.id === id)
    if (finding === undefined) throw new Error('unreachable')
    expectWords(wordsOf(rule, finding))
  })

  test('the quiet example triggers nothing', () => {
    expect(findingsFor(rule, rule.quiet)).toEqual([])
  })

  test('every message has its example, and specifications are named in full', () => {
    expect(Object.keys(rule.examples).sort()).toEqual(Object.keys(rule.messages).sort())
    for (const { document, section } of rule.spec) {
      expect(document).toMatch(
        /^(RFC \d{4}|UTS #46|Unicode TR39|SVG Tiny PS draft|SVG Tiny PS schema|SVG Tiny 1.2|XML 1.0|BIMI draft|BIMI receiver guidance|VMC draft)$/,
      )
      const numbered = document.startsWith('RFC') ? /^(\d+(\.\d+)*|[A-Z](\.\d+)*)$/ : /^\S/
      expect(section).toMatch(numbered)
    }
    if (rule.spec.length === 0) expect(rule.demand).not.toBe(undefined)
    for (const id of Object.keys(rule.messages)) expect(messageOf(rule, id)).toBeDefined()
  })
})

/** PRODUCT.md, words: a title is a complete statement without final stop; advice is a sentence that says what to do. */
function expectWords({ title, advice, why }: { title: string; advice: string; why: string }): void {
  expect(title).toMatch(/^[`A-Z0-9].*[^.!?:;,\s]$/s)
  expect(advice).toMatch(/^[A-Z`].*\.$/s)
  expect(why).toMatch(/^[A-Z`].*\.$/s)
  for (const text of [title, advice, why]) {
    expect(text).not.toMatch(/!|undefined|NaN|\[object|<|\binvalid\b/i)
    expect((text.match(/`/g) ?? []).length % 2).toBe(0)
  }
}
