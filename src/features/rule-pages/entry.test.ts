import { expect, test } from 'vitest'
import { FINDING_IDS, RULES } from '../../checks/catalogue.ts'
import { placeOf } from '../../protocols/text/place.ts'
import { allEntries, entryOf, filterEntries, groupsOf, neighbours } from './entry.ts'
import { looksAt } from './fact-words.ts'
import { filterOf, queryOf } from './filter-query.ts'
import { idsNear } from './ids-near.ts'
import { markIn } from './marked-example.ts'
import { demandInWords, PARTS } from './words.ts'

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

test('every finding id has a page, made from its rule', () => {
  expect(ids(allEntries())).toEqual(FINDING_IDS)
})

test('every entry belongs to a part of the page, and every rule says what it looks at', () => {
  for (const { protocol } of allEntries())
    expect(PARTS.map((part) => part.protocol)).toContain(protocol)
  expect(RULES.filter((rule) => looksAt(rule) === '').map(({ id }) => id)).toEqual([])
})

test.each([
  ['version-case', null, 'sts.record.version-case'],
  ['  VERSION   case ', null, 'sts.record.version-case'],
  ['v=STSV1', 'error', 'sts.record.version-case'],
  ['8461 3.1 wrong case', null, 'sts.record.version-case'],
] as const)('searching for %j with severity %s', (words, severity, id) => {
  expect(ids(filterEntries(allEntries(), { words, severity }))).toContain(id)
})

test('searching narrows', () => {
  const all = allEntries()
  expect(filterEntries(all, { words: '', severity: null })).toEqual(all)
  expect(filterEntries(all, { words: 'no-such-word', severity: null })).toEqual([])
  const errors = filterEntries(all, { words: '', severity: 'error' })
  expect(new Set(errors.map(({ words }) => words.severity))).toEqual(new Set(['error']))
  expect(ids(filterEntries(all, { words: 'version-case', severity: 'notice' }))).toEqual([])
})

test.each([
  ['', { words: '', severity: null }],
  ['q=max_age', { words: 'max_age', severity: null }],
  ['q=a+b&severity=error', { words: 'a b', severity: 'error' }],
  ['severity=notice', { words: '', severity: 'notice' }],
] as const)('the address %j and its filter say the same', (query, filter) => {
  expect(filterOf(new URLSearchParams(query))).toEqual(filter)
  expect(queryOf(filter).toString()).toBe(query)
})

test('an address that asks for a severity there is not shows all', () => {
  expect(filterOf(new URLSearchParams('severity=fatal')).severity).toBeNull()
})

test.each([
  ['sts.record.version-cose', 'sts.record.version-case'],
  ['sts.record.versioncase', 'sts.record.version-case'],
  ['STS.RECORD.VERSION-CASE', 'sts.record.version-case'],
  ['version-case', 'sts.record.version-case'],
])('near %s is %s', (slip, id) => expect(idsNear(slip)[0]).toBe(id))

test('nothing is near to what has nothing in common', () => {
  expect(idsNear('zzzzzzzz')).toEqual([])
})

test('neighbours: of the same rule first, then of the same part, never itself', () => {
  const near = neighbours('sts.record.version-case')
  expect(near[0]).toBe('sts.record.version-first')
  expect(near.length).toBeLessThanOrEqual(6)
  expect(near).not.toContain('sts.record.version-case')
  expect(near.every((id) => id.startsWith('sts.record.'))).toBe(true)
})

test('groups share the beginning of their ids', () => {
  const groups = groupsOf(allEntries())
  expect([...groups.keys()]).toContain('sts.record')
  for (const [group, members] of groups)
    for (const { id } of members) expect(id.startsWith(`${group}.`)).toBe(true)
})

test('the spot of a finding is marked in the words of its example', () => {
  const entry = entryOf('sts.record.version-case')
  if (entry === null) throw new Error('the catalogue has this id')
  const example = entry.rule.examples[entry.id]
  if (example === undefined) throw new Error('every finding has an example')
  const [mark] = markIn(example, entry.finding, 'error')
  expect(mark?.tone).toBe('error')
  expect(example.show.slice(mark?.start, mark?.end)).toBe('v=STSV1')
  expect(markIn({ ...example, show: 'described' }, entry.finding, 'error')).toEqual([])
})

test('marks stay inside of their examples', () => {
  for (const { id, rule, finding } of allEntries()) {
    const example = rule.examples[id]
    if (example === undefined) throw new Error('every finding has an example')
    for (const mark of markIn(example, finding, 'error')) {
      expect(mark.end).toBeLessThanOrEqual(example.show.length)
      expect(placeOf(example.show, mark).line).toBeGreaterThan(0)
    }
  }
})

test.each([
  ['specification', 'The specification'],
  ['practice', 'Good practice; no specification demands it'],
  [{ sender: 'mox', read: '2026-08' }, 'mox, as read in August 2026'],
] as const)('%j in words', (demand, words) => expect(demandInWords(demand)).toBe(words))
