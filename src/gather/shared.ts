import { untilAborted } from './waiting.ts'

/**
 * Work that several may ask for and that is done once. Each asker can leave with its own signal; when the last one
 * leaves before the end, the work is stopped and forgotten, so that asking again starts anew.
 */
export function sharedByKey<T>() {
  const entries = new Map<string, Entry<T>>()

  return async (
    key: string,
    start: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> => {
    signal?.throwIfAborted()
    const entry = entries.get(key) ?? begin(start)
    entries.set(key, entry)
    entry.waiting += 1
    try {
      return await untilAborted(entry.result, signal)
    } finally {
      entry.waiting -= 1
      if (entry.waiting === 0 && signal?.aborted === true && !entry.isDone) {
        entries.delete(key)
        entry.controller.abort(signal.reason)
      }
    }
  }
}

interface Entry<T> {
  controller: AbortController
  result: Promise<T>
  waiting: number
  isDone: boolean
}

function begin<T>(start: (signal: AbortSignal) => Promise<T>): Entry<T> {
  const controller = new AbortController()
  const result = start(controller.signal)
  const entry: Entry<T> = { controller, result, waiting: 0, isDone: false }
  void markDone(entry)
  return entry
}

async function markDone(entry: Entry<unknown>): Promise<void> {
  await Promise.allSettled([entry.result])
  entry.isDone = true
}
