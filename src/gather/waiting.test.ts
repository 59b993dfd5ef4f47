import { expect, test, vi } from 'vitest'
import { sharedByKey } from './shared.ts'
import { limitedTo, pause, TimedOut, untilAborted, withTimeLimit } from './waiting.ts'

const never = () => new Promise<never>(() => {})
const gate = () => Promise.withResolvers<void>()

test('a time limit ends what does not end by itself, and tells it so', async () => {
  vi.useFakeTimers()
  let seen: AbortSignal | undefined
  const limited = withTimeLimit(1000, undefined, (signal) => {
    seen = signal
    return never()
  })
  const ended = expect(limited).rejects.toThrow(TimedOut)
  await vi.advanceTimersByTimeAsync(1000)
  await ended
  expect(seen?.aborted).toBe(true)
  vi.useRealTimers()
})

test('what ends in time leaves no timer behind', async () => {
  vi.useFakeTimers()
  expect(await withTimeLimit(1000, undefined, async () => 7)).toBe(7)
  await expect(
    withTimeLimit(1000, undefined, () => Promise.reject(new Error('no'))),
  ).rejects.toThrow('no')
  await expect(withTimeLimit(1000, AbortSignal.abort(), never)).rejects.toThrow('abort')
  await expect(pause(1000, AbortSignal.abort())).rejects.toThrow('abort')
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

test('an abort reaches those who wait', async () => {
  const controller = new AbortController()
  const waits = [untilAborted(never(), controller.signal), pause(60_000, controller.signal)]
  controller.abort('enough')
  for (const result of await Promise.allSettled(waits))
    expect(result).toMatchObject({ status: 'rejected', reason: { message: 'enough' } })
})

test('a line of one runs one after the other, past those that fail', async () => {
  const inLine = limitedTo(1)
  const order: string[] = []
  const run = (name: string, fails = false) =>
    inLine(async () => {
      order.push(`${name} begins`)
      await Promise.resolve()
      order.push(`${name} ends`)
      if (fails) throw new Error(name)
    })
  await Promise.allSettled([run('a'), run('b', true), run('c')])
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('who leaves the line gives its place to nobody and takes none with it', async () => {
  const inLine = limitedTo(1)
  const first = gate()
  const controller = new AbortController()
  const running = inLine(() => first.promise)
  const leaving = inLine(never, controller.signal)
  const staying = inLine(async () => 'ran')
  controller.abort()
  await expect(leaving).rejects.toThrow('abort')
  first.resolve()
  await running
  expect(await staying).toBe('ran')
  expect(await inLine(async () => 'again')).toBe('again')
})

test('who leaves in the moment of its turn hands it on', async () => {
  const inLine = limitedTo(1)
  const first = gate()
  const controller = new AbortController()
  const running = inLine(() => first.promise)
  const leaving = inLine(never, controller.signal)
  const staying = inLine(async () => 'ran')
  first.resolve()
  controller.abort()
  await expect(leaving).rejects.toThrow('abort')
  await running
  expect(await staying).toBe('ran')
})

test('shared work is done once, also when it fails', async () => {
  const share = sharedByKey<number>()
  const work = vi.fn(async () => 1)
  const failing = vi.fn(() => Promise.reject(new Error('no')))
  expect(await Promise.all([share('a', work), share('a', work)])).toEqual([1, 1])
  expect(await share('a', work)).toBe(1)
  expect(work).toHaveBeenCalledTimes(1)
  const failures = await Promise.allSettled([share('b', failing), share('b', failing)])
  expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(failing).toHaveBeenCalledTimes(1)
})
