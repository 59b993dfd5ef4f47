// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { policyFileFact, txtFact } from '../../../facts/build.ts'
import type { Witnesses } from '../../../gather/witnesses.ts'
import { ProvideWitnesses } from './make-witnesses.ts'
import { useRounds, type RoundsWanted } from './use-rounds.ts'
import type { Sighting } from './verify-round.ts'

const DOMAIN = 'example.com'
const NAME = `_mta-sts.${DOMAIN}`
const NEW = 'v=STSv1; id=2'
const OLD = 'v=STSv1; id=1'
const POLICY = 'version: STSv1\r\n'

const wanted: RoundsWanted = {
  expected: {
    domain: DOMAIN,
    records: [{ zone: DOMAIN, name: NAME, type: 'TXT', value: NEW, ttl: 3600, replaces: [OLD] }],
    policy: POLICY,
  },
  agrees: (sighting: Sighting) =>
    sighting.part === 'policy' ||
    (sighting.fact.state === 'found' && sighting.fact.value[0]?.text === NEW),
}

/** What each resolver says, and how often anybody was asked. */
const says = { first: OLD, second: OLD }
let asked: string[] = []

const witness = (name: keyof typeof says) => ({
  resolver: name,
  dns: () => {
    asked.push(name)
    return Promise.resolve(txtFact(NAME, [says[name]])) as never
  },
})

const make =
  (isSample = false) =>
  (): Promise<Witnesses> =>
    Promise.resolve({
      resolvers: [witness('first'), witness('second')],
      fetcher: {
        fetcher: 'the proxy',
        policyFile: () => {
          asked.push('policy')
          return Promise.resolve(policyFileFact(DOMAIN, POLICY))
        },
      },
      isSample,
    })

function start(isSample = false) {
  const makeThem = make(isSample)
  return renderHook(() => useRounds(wanted), {
    wrapper: ({ children }) => <ProvideWitnesses value={makeThem}>{children}</ProvideWitnesses>,
  })
}

/** Lets promises and timers of so many milliseconds run. */
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-09-14T11:00:00Z') })
  asked = []
  says.first = OLD
  says.second = OLD
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('asks the policy host and every resolver, then waits, and says until when', async () => {
  const { result } = start()
  expect(result.current.phase).toBe('asking')
  await pass(0)
  expect(asked).toEqual(['policy', 'first', 'second'])
  expect(result.current.phase).toBe('waiting')
  expect(result.current.until).toBe(Date.now() + 15_000)
  expect(result.current.rows.map(({ since }) => since)).toEqual([Date.now(), null, null])
})

test('who agrees is not asked again; when all do, nobody is', async () => {
  const { result } = start()
  await pass(0)
  says.first = NEW
  asked = []
  await pass(15_000)
  expect(asked).toEqual(['first', 'second'])
  asked = []
  says.second = NEW
  await pass(15_000)
  expect(asked).toEqual(['second'])
  expect(result.current.phase).toBe('done')
  await pass(600_000)
  expect(asked).toEqual(['second'])
})

test('after a while at most once a minute', async () => {
  start()
  await pass(60_000)
  asked = []
  await pass(600_000)
  expect(asked.filter((name) => name === 'first')).toHaveLength(10)
})

test('can be asked at once, and stopped', async () => {
  const { result } = start()
  await pass(0)
  asked = []
  act(() => result.current.askNow())
  await pass(0)
  expect(asked).toContain('first')
  act(() => result.current.stop())
  asked = []
  await pass(600_000)
  expect(asked).toEqual([])
  expect(result.current.phase).toBe('stopped')
  says.first = NEW
  says.second = NEW
  act(() => result.current.askNow())
  await pass(0)
  expect(result.current.phase).toBe('done')
})

test('samples never change, so they are asked once', async () => {
  const { result } = start(true)
  await pass(600_000)
  expect(result.current.phase).toBe('once')
  expect(asked).toEqual(['policy', 'first', 'second'])
})

test('leaving the page ends it', async () => {
  const { unmount } = start()
  await pass(0)
  asked = []
  unmount()
  await pass(600_000)
  expect(asked).toEqual([])
})
