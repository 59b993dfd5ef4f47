/** Waits that end: with a time limit, with a signal, and with a limited number of others at the same time. */

export class TimedOut extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms / 1000} s`)
  }
}

/** Settles like the promise, or rejects with the signal's reason as soon as that is aborted. */
export function untilAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return promise
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(asError(signal.reason))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise
      .finally(() => signal.removeEventListener('abort', abort))
      .then(resolve, (error: unknown) => reject(asError(error)))
  })
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}

/** @throws {TimedOut} after `ms`; with the signal's reason when that is aborted before */
export async function withTimeLimit<T>(
  ms: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const abort = (): void => controller.abort(signal?.reason)
  if (signal?.aborted === true) abort()
  signal?.addEventListener('abort', abort, { once: true })
  const timer = setTimeout(() => controller.abort(new TimedOut(ms)), ms)
  try {
    return await untilAborted(run(controller.signal), controller.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/** Resolves after `ms`, or rejects when the signal is aborted. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await untilAborted(over, signal).finally(() => clearTimeout(timer))
}

/** At most `size` runs at the same time; the others wait in line, and leave it when their signal is aborted. */
export function limitedTo(size: number) {
  const line: (() => void)[] = []
  let running = 0

  function handOn(): void {
    const next = line.shift()
    if (next === undefined) running -= 1
    else next()
  }

  async function turn(signal?: AbortSignal): Promise<void> {
    let mine = (): void => {}
    const come = new Promise<void>((resolve) => {
      mine = resolve
      line.push(resolve)
    })
    try {
      await untilAborted(come, signal)
    } catch (error) {
      const place = line.indexOf(mine)
      if (place >= 0) line.splice(place, 1)
      else handOn() // the turn came in the same moment
      throw error
    }
  }

  return async <T>(run: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    if (running >= size) await turn(signal)
    else running += 1
    try {
      return await run()
    } finally {
      handOn()
    }
  }
}
