import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { NO_OPTIONS } from '../svg/fixes/fix.ts'
import { createClient, type Listener } from './client.ts'
import type { RepairAnswer } from './jobs.ts'
import type { ToWorker } from './messages.ts'

const request = { bytes: new Uint8Array(), options: NO_OPTIONS }
const answer = { text: 'done' } as RepairAnswer
const render = vi.fn(() => Promise.resolve({ width: 1, height: 1, data: new Uint8Array(4) }))

interface Started {
  listener: Listener
  sent: ToWorker[]
  isEnded: boolean
}

function fakeWorkers() {
  const started: Started[] = []
  const client = createClient((listener) => {
    const worker: Started = { listener, sent: [], isEnded: false }
    started.push(worker)
    return {
      send: (message) => worker.sent.push(message),
      end: () => {
        worker.isEnded = true
      },
    }
  })
  return { client, started }
}

const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the worker starts when it is first wanted, and once', async () => {
  const { client, started } = fakeWorkers()
  expect(started).toHaveLength(0)
  const start = client.start()
  started[0]?.listener.message({ kind: 'ready' })
  await expect(start).resolves.toBeUndefined()
  const job = client.repair(request, render, new AbortController().signal)
  await settled()
  expect(started).toHaveLength(1)
  expect(started[0]?.sent).toEqual([{ kind: 'repair', request }])
  started[0]?.listener.message({ kind: 'repaired', answer })
  await expect(job).resolves.toBe(answer)
})

test('one job at a time, in their order', async () => {
  const { client, started } = fakeWorkers()
  const { signal } = new AbortController()
  const first = client.repair(request, render, signal)
  const second = client.repair({ ...request, bytes: new Uint8Array(1) }, render, signal)
  await settled()
  expect(started[0]?.sent).toHaveLength(1)
  started[0]?.listener.message({ kind: 'repaired', answer })
  await first
  await settled()
  expect(started[0]?.sent).toHaveLength(2)
  started[0]?.listener.message({ kind: 'failed', detail: 'no' })
  await expect(second).rejects.toThrow('no')
})

describe('drawings', () => {
  const wanted = { svg: '<svg/>', size: 32, background: '#ffffff' }

  test('are made by the page and sent back', async () => {
    const { client, started } = fakeWorkers()
    void client.repair(request, render, new AbortController().signal).catch(() => undefined)
    await settled()
    started[0]?.listener.message({ kind: 'draw', question: 7, wanted })
    await settled()
    expect(render).toHaveBeenCalledWith('<svg/>', 32, '#ffffff')
    expect(started[0]?.sent.at(-1)).toMatchObject({
      kind: 'drawn',
      question: 7,
      pixels: { width: 1 },
    })
  })

  test('that cannot be made are told', async () => {
    const { client, started } = fakeWorkers()
    const fails = () => Promise.reject(new Error('no drawing'))
    void client.repair(request, fails, new AbortController().signal).catch(() => undefined)
    await settled()
    started[0]?.listener.message({ kind: 'draw', question: 1, wanted })
    await settled()
    expect(started[0]?.sent.at(-1)).toEqual({ kind: 'drawn', question: 1, pixels: null })
  })
})

describe('what nobody wants any more', () => {
  test('is never begun', async () => {
    const { client, started } = fakeWorkers()
    await expect(client.repair(request, render, AbortSignal.abort())).rejects.toThrow('Nobody')
    expect(started).toHaveLength(0)
  })

  test('may end in peace, and its result is thrown away', async () => {
    const { client, started } = fakeWorkers()
    const stop = new AbortController()
    const job = client.repair(request, render, stop.signal)
    const told = expect(job).rejects.toThrow('Nobody')
    await settled()
    stop.abort()
    render.mockClear()
    const wanted = { svg: '<svg/>', size: 32, background: '#ffffff' }
    started[0]?.listener.message({ kind: 'draw', question: 3, wanted })
    await settled()
    expect(render).not.toHaveBeenCalled()
    expect(started[0]?.sent.at(-1)).toEqual({ kind: 'drawn', question: 3, pixels: null })
    started[0]?.listener.message({ kind: 'repaired', answer })
    await told
    expect(started[0]?.isEnded).toBe(false)
  })

  test('is ended with its worker when it takes long, and the next job has another', async () => {
    const { client, started } = fakeWorkers()
    const stop = new AbortController()
    const told = expect(client.repair(request, render, stop.signal)).rejects.toThrow('Nobody')
    const next = client.repair(request, render, new AbortController().signal)
    await settled()
    stop.abort()
    await vi.advanceTimersByTimeAsync(10_000)
    await told
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false])
    started[1]?.listener.message({ kind: 'repaired', answer })
    await expect(next).resolves.toBe(answer)
  })
})

test('to give up what is done already ends nothing', async () => {
  const { client, started } = fakeWorkers()
  const stop = new AbortController()
  const first = client.repair(request, render, stop.signal)
  await settled()
  started[0]?.listener.message({ kind: 'repaired', answer })
  await first
  stop.abort()
  const second = client.repair(request, render, new AbortController().signal)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(started.map(({ isEnded }) => isEnded)).toEqual([false])
  started[0]?.listener.message({ kind: 'repaired', answer })
  await expect(second).resolves.toBe(answer)
})

test('a worker that cannot be started fails its job, and the next tries again', async () => {
  const { client, started } = fakeWorkers()
  const { signal } = new AbortController()
  const told = expect(client.repair(request, render, signal)).rejects.toThrow('offline')
  await settled()
  started[0]?.listener.failure('offline')
  await told
  const again = client.start()
  expect(started).toHaveLength(2)
  started[1]?.listener.failure('still offline')
  await expect(again).rejects.toThrow('still offline')
})

test('an idle worker is ended', async () => {
  const { client, started } = fakeWorkers()
  const job = client.repair(request, render, new AbortController().signal)
  await settled()
  started[0]?.listener.message({ kind: 'repaired', answer })
  await job
  await vi.advanceTimersByTimeAsync(120_000)
  expect(started[0]?.isEnded).toBe(true)
})
