import { describe, expect, test } from 'vitest'
import { NO_OPTIONS } from '../../../svg/fixes/fix.ts'
import { FIXES } from '../../../svg/fixes/list.ts'
import type { RepairAnswer } from '../../../workers/jobs.ts'
import type { Told } from './judged-logo.ts'
import { lossIn } from './on-purpose.ts'
import { repairedVerdict } from './repaired-verdict.ts'
import { BY_DEFAULT_OFF, LOSS_WORDS, repairRows, switched } from './repair-rows.ts'

const name = (id: string, loss: keyof typeof LOSS_WORDS = 'lossless') => ({
  id,
  title: `Do ${id}`,
  loss,
  isOptional: false,
})
const change = { what: 'Did it', origin: null }

const ANSWER: RepairAnswer = {
  text: '<svg/>',
  schemaValid: true,
  same: true,
  isFixed: true,
  views: 8,
  largestView: 512,
  steps: [{ ...name('profile'), changes: [change] }],
  obstacles: [],
  switchedOff: [],
  fixes: [
    { ...name('style'), finds: false },
    { ...name('profile'), finds: false },
    { ...name('opacity', 'measured'), finds: false },
    { ...name('comments'), finds: true },
    { ...name('background', 'look'), finds: false },
  ],
}

describe('the rows of repairs', () => {
  const options = { ...NO_OPTIONS, off: new Set(['comments', 'background']) }
  const rows = (answer: Partial<RepairAnswer> = {}) =>
    repairRows({ ...ANSWER, ...answer }, options).map(
      ({ id, isOn, isLeftOut }) => `${id} ${isOn ? 'on' : 'off'}${isLeftOut ? ' left out' : ''}`,
    )

  test('what found something, what would, and what asks, in the order of the list', () => {
    expect(rows()).toEqual(['profile on', 'comments off', 'background off'])
  })

  test('what would have changed the look stays on the list, switched off', () => {
    expect(rows({ switchedOff: ['opacity'] })).toContain('opacity off left out')
  })

  test('a background that is switched on has a colour, and one that is off has none', () => {
    const on = switched(options, 'background', true)
    expect([on.off.has('background'), on.background]).toEqual([false, '#ffffff'])
    expect(switched({ ...on, background: '#102030' }, 'background', false).background).toBeNull()
  })

  test('a switch changes its own repair only', () => {
    expect([...switched(options, 'profile', false).off]).toEqual([
      'comments',
      'background',
      'profile',
    ])
    expect([...switched(options, 'comments', true).off]).toEqual(['background'])
  })

  test('every repair that is optional begins switched off, and every name is of a repair', () => {
    const optional = FIXES.filter(({ isOptional }) => isOptional === true).map(({ id }) => id)
    expect(BY_DEFAULT_OFF).toEqual(expect.arrayContaining(optional))
    const ids = FIXES.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([...BY_DEFAULT_OFF]))
    expect(ids).toEqual(expect.arrayContaining(['title-words', 'square']))
  })
})

describe('the verdict on what was repaired', () => {
  const finding = (severity: 'error' | 'warning') =>
    ({ words: { severity, title: 'It is so' } }) as unknown as Told
  const verdict = (answer: Partial<RepairAnswer>, ...findings: Told[]) => {
    const { standing, word, sentence } = repairedVerdict({ ...ANSWER, ...answer }, findings)
    return `${standing} ${word}: ${sentence.replaceAll('\u00a0', ' ')}`
  }

  test('fixed is what is valid and looks the same', () => {
    expect(verdict({})).toBe(
      'pass Fixed: Drawn and compared 8 times, at up to 512 px: the same. 6 bytes',
    )
  })

  test('a size in pixels is no margin', () => {
    const sized = { ...change, after: 'width="100"' }
    const steps = [{ ...name('square', 'margin'), changes: [sized] }]
    expect(verdict({ steps })).not.toContain('margin')
    expect(lossIn('margin', [sized])).toBe('lossless')
    expect(lossIn('margin', [])).toBe('margin')
    expect(lossIn('look', [sized])).toBe('look')
  })

  test('what was changed on purpose is named', () => {
    const padded = { ...change, after: 'viewBox="0 -30 240 240"' }
    const steps = [{ ...name('square', 'margin'), changes: [padded] }]
    expect(verdict({ steps })).toContain('the same, before margin. 6 bytes')
    const given = { ...name('give-up', 'look'), changes: [change] }
    expect(verdict({ steps: [given, ...steps] })).toContain(', before what you gave up and margin.')
  })

  test.each<[string, Partial<RepairAnswer>, string]>([
    ['not valid', { schemaValid: false, isFixed: false }, 'error Not fixed: One error is left'],
    ['not the same', { same: false, isFixed: false }, 'warning Not proven: Valid, and not shown'],
    ['nothing done', { steps: [], views: 0 }, 'pass Nothing to fix: The file is valid as it is'],
  ])('never where it is %s', (_, answer, words) => {
    const findings = answer.schemaValid === false ? [finding('error')] : []
    expect(verdict(answer, ...findings)).toContain(words)
    expect(verdict(answer, ...findings)).not.toContain(' Fixed:')
  })

  test('errors that the schema does not see keep it from being ready', () => {
    expect(verdict({}, finding('error'))).toContain('error Valid, not ready: One error is left')
  })

  test('warnings are counted beside it', () => {
    const warning = finding('warning')
    expect(verdict({}, warning)).toMatch(/^warning Fixed: .*One warning is left: It is so$/)
    expect(verdict({}, warning, warning)).toMatch(/Two warnings are left: It is so, and more$/)
  })
})
