import { describe, expect, test } from 'vitest'
import { policyText } from '../../../checks/example.ts'
import { derive } from '../../../facts/derive/derive.ts'
import { failed } from '../../../facts/fact.ts'
import { policyUrl } from '../../../facts/build.ts'
import { domainFacts, NOW, type DomainSketch } from '../../../testing/domain-facts.ts'
import type { Live } from '../queries/use-live-facts.ts'
import { mtaStsPageForm, type MtaStsPageForm } from './form.ts'
import { journeyPlan } from './journey-plan.ts'
import { madeOf } from './made-mta-sts.ts'
import { todayOf } from './today.ts'

const DOMAIN = 'example.com'
const EMPTY = mtaStsPageForm.read(new URLSearchParams({ domain: DOMAIN }))

function made(sketch: Partial<DomainSketch>, form: Partial<MtaStsPageForm> = {}) {
  const facts = derive(domainFacts({ domain: DOMAIN, ...sketch }))
  const live = {
    facts,
    pending: new Set(),
    zone: { zone: DOMAIN, nameServers: [] },
    run: { began: NOW },
    lookAgain: () => undefined,
  } as unknown as Live
  const today = todayOf(DOMAIN, live)
  const result = madeOf({ ...EMPTY, ...form }, today, facts)
  if (!result.ok) throw new Error(result.faults.map(({ text }) => text).join())
  return { ...result, today, facts, form: { ...EMPTY, ...form } }
}

const ids = (findings: readonly { id: string }[]) => findings.map(({ id }) => id).toSorted()
const NEW = { sts: [], policy: null, mx: ['10 mail1.example.com', '20 mail2.example.com'] }

describe('a domain without MTA-STS', () => {
  test('begins in testing, for a day, with its mail servers', () => {
    const { policy, record, policyFindings, recordFindings } = made(NEW)
    expect(policy).toBe(
      'version: STSv1\r\nmode: testing\r\nmx: mail1.example.com\r\nmx: mail2.example.com\r\nmax_age: 86400\r\n',
    )
    expect(record).toMatchObject({ name: '_mta-sts.example.com', value: 'v=STSv1; id=2026091401' })
    expect(record.replaces).toEqual([])
    expect(ids(policyFindings)).toEqual(['sts.policy.mode-testing'])
    expect(recordFindings).toEqual([])
  })

  test('a wildcard for the own domain, and a server without a line, are told before they are published', () => {
    const mx = ['*.example.com']
    const { policyFindings } = made(
      { ...NEW, mx: ['10 west.mail1.example.com'] },
      { mode: 'enforce', mx },
    )
    expect(ids(policyFindings)).toContain('sts.policy.mx-wildcard-own')
    expect(policyFindings.some(({ words }) => words.severity === 'error')).toBe(true)
  })
})

describe('what is published', () => {
  const served = policyText({ mode: 'testing', maxAge: '604800' })

  test('is replaced, with a later id, and said so', () => {
    const { record, idNote } = made(
      { sts: ['v=STSV1; id=2026091405;'], policy: served },
      { mode: 'enforce' },
    )
    expect(record.value).toBe('v=STSv1; id=2026091406')
    expect(record.replaces).toEqual(['v=STSV1; id=2026091405;'])
    expect(idNote).toBe('The id is later than the one published now, `2026091405`.')
  })

  test('needs no change where it says just this', () => {
    const sketch = { sts: ['v=STSv1; id=7'], policy: served }
    expect(made(sketch)).toMatchObject({ isLive: true, idNote: null })
    expect(made(sketch).record).toMatchObject({ value: 'v=STSv1; id=7', replaces: [] })
    expect(made(sketch, { mode: 'enforce' }).isLive).toBe(false)
  })

  test('with a broken record is not live, even where the file is right', () => {
    const { isLive, record } = made({ sts: ['v=STSV1; id=7'], policy: served })
    expect(isLive).toBe(false)
    expect(record.value).toBe('v=STSv1; id=2026091401')
  })

  test('an id that is being waited for stays', () => {
    const sketch = { sts: ['v=STSv1; id=7'], policy: served }
    expect(made(sketch, { id: '2026091401' }).record.value).toBe('v=STSv1; id=2026091401')
    expect(made(sketch, { id: '7' }).isLive).toBe(true)
  })

  test('lines that the owner wrote stay, wide ones go, and new servers come', () => {
    const policy = policyText({ mx: ['old.example.com', '*.example.com'] })
    const { choices } = made({ sts: [], policy, mx: ['10 mail1.example.com'] })
    expect(choices.mx).toEqual(['old.example.com', 'mail1.example.com'])
  })
})

test.each([
  [['0 .'], 'null-mx'],
  [['10 mail.example.com'], 'known'],
  [[], 'none'],
])('MX %j: mail is %s', (mx, mail) => {
  const facts = { domainAddresses: failed('timeout', '', { name: DOMAIN, via: 'dns' }) }
  const { today } = made({ ...NEW, mx }, { mx: ['mail.example.com'] })
  expect(today.mail).toBe(mail)
  const unknown = made({ ...NEW, mx: [], facts }, { mx: ['mail.example.com'] })
  expect(unknown.today.mail).toBe('unknown')
})

test('a file that could not be fetched is another thing than none', () => {
  const lost = failed('timeout', '', { name: policyUrl(DOMAIN), via: 'proxy' })
  expect(made({ ...NEW, facts: { mtaStsPolicyFile: lost } }).today.policy).toBeUndefined()
  expect(made(NEW).today.policy).toBeNull()
})

describe('journeys', () => {
  const daysOf = (form: Partial<MtaStsPageForm>, sketch: Partial<DomainSketch> = NEW) => {
    const { form: whole, today, choices, facts } = made(sketch, form)
    const iso = (time: number | null | undefined) =>
      time === null || time === undefined ? null : new Date(time).toISOString().slice(0, 10)
    return Object.fromEntries(
      journeyPlan(whole, today, choices, facts).map(({ id, when }) => [id, iso(when?.from)]),
    )
  }

  test('the way in counts from the day that testing began', () => {
    expect(daysOf({})).toMatchObject({ record: '2026-09-14', enforce: '2026-09-28' })
    expect(daysOf({ since: '2026-09-04' })).toMatchObject({ enforce: '2026-09-18' })
  })

  test('the way out counts from the largest age that was ever served', () => {
    const form = { journey: 'switch-off', mode: 'none', longest: '31557600' } as const
    expect(daysOf(form)).toMatchObject({ file: '2026-09-14', 'delete-record': '2027-09-14' })
    const policy = policyText({ mode: 'enforce', maxAge: '1209600' })
    expect(daysOf({ ...form, longest: '' }, { policy })).toMatchObject({
      'delete-record': '2026-09-28',
    })
  })

  test('a change waits for the policy that senders hold', () => {
    const policy = policyText({ mode: 'enforce', maxAge: '1209600' })
    expect(daysOf({ journey: 'change' }, { policy })['add-mx']).toBe('2026-09-28')
  })
})
