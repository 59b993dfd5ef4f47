import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planChange, type ChangeFacts } from './change.ts'
import { planStart } from './start.ts'
import type { Step } from './step.ts'
import { planSwitchOff } from './switch-off.ts'

const NOW = Date.parse('2026-09-14T00:00:00Z')
const domain = 'example.com'

/** `enforce: 2026-09-28`, or `observe: 2026-09-14 to 2026-09-28`. */
function dates(steps: readonly Step[]): string[] {
  const short = (time: number) =>
    new Date(time).toISOString().replace('T00:00:00.000Z', '').replace(':00.000Z', 'Z')
  return steps.map(({ id, when }) => {
    if (when === null) return `${id}: any time`
    const { from, until } = when
    return `${id}: ${short(from)}${until === null ? '' : ` to ${short(until)}`}`
  })
}

describe('start', () => {
  test('from nothing', () => {
    expect(dates(planStart({ domain, now: NOW, testingSince: null, maxAge: 2592000 }))).toEqual([
      'servers: any time',
      'reports: any time',
      'file: 2026-09-14',
      'record: 2026-09-14',
      'observe: 2026-09-14 to 2026-09-28',
      'enforce: 2026-09-28',
      'settle: 2026-10-28',
      'watch: 2026-09-28 to 2026-10-28',
    ])
  })

  test('in testing for ten days: four are left', () => {
    const testingSince = Date.parse('2026-09-04T00:00:00Z')
    const plan = dates(planStart({ domain, now: NOW, testingSince, maxAge: 10368000 }))
    expect(plan).toContain('observe: 2026-09-04 to 2026-09-18')
    expect(plan).toContain('watch: 2026-09-18 to 2027-01-16')
  })

  test('in testing for months: now', () => {
    const testingSince = Date.parse('2026-01-01T00:00:00Z')
    const plan = dates(planStart({ domain, now: NOW, testingSince, maxAge: 2592000 }))
    expect(plan).toContain('enforce: 2026-09-14')
  })
})

describe('change', () => {
  const FACTS: ChangeFacts = {
    ...{ domain, now: NOW, ttl: 300, mxTtl: 86400, mode: 'enforce', maxAge: 604800 },
  }

  test('an enforced policy: nobody may hold the old one when the new server takes mail', () => {
    expect(dates(planChange(FACTS))).toEqual([
      'file: 2026-09-14',
      'id: 2026-09-14',
      'wait: 2026-09-14 to 2026-09-21',
      'add-mx: 2026-09-21',
      'remove-mx: 2026-09-22',
      'remove-pattern: 2026-09-23',
    ])
  })

  test('a long TTL is lowered first, one old TTL in advance, and raised at the end', () => {
    expect(dates(planChange({ ...FACTS, ttl: 86400 }))).toEqual([
      'lower-ttl: 2026-09-14 to 2026-09-15',
      'file: 2026-09-15',
      'id: 2026-09-15',
      'wait: 2026-09-15 to 2026-09-22',
      'add-mx: 2026-09-22',
      'remove-mx: 2026-09-23',
      'remove-pattern: 2026-09-24',
      'raise-ttl: 2026-09-24',
    ])
  })

  test('a policy in testing refuses nothing: one TTL is enough', () => {
    expect(dates(planChange({ ...FACTS, mode: 'testing' }))).toContain('add-mx: 2026-09-14T00:05Z')
  })
})

describe('switch off', () => {
  const FACTS = { domain, now: NOW, ttl: 3600, longestMaxAge: 31557600, offSince: null }

  test('a year of max_age is waited for', () => {
    expect(dates(planSwitchOff(FACTS))).toEqual([
      'file: 2026-09-14',
      'id: 2026-09-14',
      'keep: 2026-09-14 to 2027-09-14T06:00Z',
      'delete-record: 2027-09-14T06:00Z',
      'delete-host: 2027-09-14T07:00Z',
    ])
  })

  test('from the day on which the last policy was served, and a day at least', () => {
    const offSince = Date.parse('2026-09-01T00:00:00Z')
    expect(dates(planSwitchOff({ ...FACTS, offSince, longestMaxAge: 604800 }))).toContain(
      'keep: 2026-09-01 to 2026-09-08',
    )
    expect(dates(planSwitchOff({ ...FACTS, longestMaxAge: 0 }))).toContain(
      'delete-record: 2026-09-15',
    )
  })
})

describe('whatever is known', () => {
  const seconds = fc.nat(31557600)
  const mode = fc.constantFrom('testing', 'enforce', 'none')
  const time = fc.option(fc.integer({ min: NOW - 400 * 86_400_000, max: NOW }), { nil: null })
  const plans = fc
    .tuple(seconds, seconds, seconds, mode, time)
    .map(([a, b, c, chosen, since]): readonly Step[][] => [
      planStart({ domain, now: NOW, testingSince: since, maxAge: a }),
      planChange({ domain, now: NOW, ttl: a, mxTtl: b, mode: chosen, maxAge: c }),
      planSwitchOff({ domain, now: NOW, ttl: a, longestMaxAge: b, offSince: since }),
    ])

  test('no step begins before one that it waits for, or before that one has ended', () => {
    fc.assert(
      fc.property(plans, (all) => {
        for (const steps of all)
          for (const [place, { when, blockedBy }] of steps.entries())
            for (const id of blockedBy) {
              const earlier = steps.findIndex((step) => step.id === id)
              expect(earlier).toBeGreaterThanOrEqual(0)
              expect(earlier).toBeLessThan(place)
              const other = steps[earlier]?.when
              if (other && when) expect(when.from).toBeGreaterThanOrEqual(other.until ?? other.from)
            }
      }),
    )
  })

  test('words: an action without final stop, whole sentences behind it', () => {
    fc.assert(
      fc.property(plans, (all) => {
        for (const { title, does, why } of all.flat()) {
          expect(title).toMatch(/^[A-Z].*[^.!]$/)
          for (const text of [does, why]) expect(text).toMatch(/^[A-Z`][^!]*\.$/)
        }
      }),
      { numRuns: 10 },
    )
  })
})
