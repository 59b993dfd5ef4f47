import { describe, expect, test } from 'vitest'
import type { StsMode } from '../../../protocols/mta-sts/policy.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { nothingKnown } from '../../../publish/make/standing.ts'
import { isTesting, journeyIn, stepsDone } from './journey.ts'

const GOOD = 'v=STSv1; id=2026083101'

function todayWith(mode: StsMode | null, ...ours: string[]) {
  return {
    policy: mode === null ? null : { mode, maxAge: 86_400 },
    record: { ...nothingKnown('_mta-sts.example.com'), known: true, ours },
  }
}

describe('the journey that suits what is live', () => {
  const usual = { journey: '', mode: '' } as const

  test.each([
    ['nothing', todayWith(null), 'start'],
    ['a policy in testing', todayWith('testing', GOOD), 'start'],
    ['an enforced policy', todayWith('enforce', GOOD), 'change'],
    ['a policy that no record announces', todayWith('enforce'), 'start'],
    ['a record with a wrong version', todayWith('enforce', 'v=STSV1; id=1'), 'start'],
    ['two records', todayWith('enforce', GOOD, 'v=STSv1; id=2'), 'start'],
    ['a policy that was switched off', todayWith('none', GOOD), 'start'],
  ] as const)('%s', (_, today, journey) => {
    expect(journeyIn(usual, today)).toBe(journey)
  })

  test('what was chosen comes first, then the mode', () => {
    const live = todayWith('enforce', GOOD)
    expect(journeyIn({ journey: 'start', mode: 'none' }, live)).toBe('start')
    expect(journeyIn({ journey: '', mode: 'none' }, live)).toBe('switch-off')
  })
})

test('testing is live only where senders see its record', () => {
  expect(isTesting(todayWith('testing', GOOD))).toBe(true)
  expect(isTesting(todayWith('testing'))).toBe(false)
  expect(isTesting(todayWith('enforce', GOOD))).toBe(false)
  expect(isTesting({ ...todayWith('testing'), record: nothingKnown('_mta-sts.example.com') })).toBe(
    false,
  )
})

describe('steps that are seen to be done', () => {
  const reports: Pick<FactSet, 'tlsRptTxt'> = {
    tlsRptTxt: {
      state: 'found',
      value: [],
      source: { name: '_smtp._tls.example.com', via: 'derived' },
    },
  }

  test.each([
    ['nothing', todayWith(null), {}, []],
    ['reports', todayWith(null), reports, ['reports']],
    ['the file', todayWith('testing'), {}, ['file']],
    ['file and record', todayWith('testing', GOOD), reports, ['reports', 'file', 'record']],
    ['a file that says none', todayWith('none', GOOD), {}, []],
  ] as const)('%s', (_, today, facts, steps) => {
    expect([...stepsDone(today, facts)]).toEqual(steps)
  })
})
