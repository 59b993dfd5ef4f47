import { useEffect, useState } from 'react'
import type { RepairOptions } from '../../svg/fixes/fix.ts'
import { client, type Repairs } from '../../workers/client.ts'
import type { RepairAnswer } from '../../workers/jobs.ts'
import { renderOnCanvas } from './draw/canvas.ts'

export interface RepairState {
  /** The last answer, which stays while the next one is worked out. */
  answer: RepairAnswer | null
  isWorking: boolean
  /** Why there is none. Ours, or the network's: the worker could not be fetched. */
  failure: string | null
  retry: () => void
}

/** Long enough not to start for every letter of a title, short enough not to be waited for. */
const PAUSE_MS = 250

interface Asked {
  bytes: Uint8Array | null
  options: RepairOptions
  attempt: number
}

interface Settled extends Asked {
  answer: RepairAnswer | null
  failure: string | null
}

/** Repairs in a worker, as the file and the switches are now. Null bytes: there is nothing to repair. */
export function useRepair(
  bytes: Uint8Array | null,
  options: RepairOptions,
  repairs: Repairs = client.repair,
): RepairState {
  const [attempt, setAttempt] = useState(0)
  const [settled, setSettled] = useState<Settled | null>(null)
  useEffect(() => {
    if (bytes === null) return undefined
    const stop = new AbortController()
    const settle = (answer: RepairAnswer | null, failure: string | null): void => {
      if (stop.signal.aborted) return
      setSettled((before) => ({
        bytes,
        options,
        attempt,
        failure,
        answer: answer ?? before?.answer ?? null,
      }))
    }
    const run = (): void =>
      void repairs({ bytes, options }, renderOnCanvas, stop.signal).then(
        (answer) => settle(answer, null),
        (error: unknown) => settle(null, error instanceof Error ? error.message : String(error)),
      )
    const timer = setTimeout(run, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [bytes, options, repairs, attempt])
  const isWorking =
    bytes !== null &&
    (settled?.bytes !== bytes || settled.options !== options || settled.attempt !== attempt)
  return {
    answer: settled?.answer ?? null,
    isWorking,
    failure: isWorking ? null : (settled?.failure ?? null),
    retry: () => setAttempt((before) => before + 1),
  }
}
