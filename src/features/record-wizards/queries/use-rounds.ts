import { useCallback, useEffect, useState } from 'react'
import { pause } from '../../../gather/waiting.ts'
import type { MakeWitnesses } from './make-witnesses.ts'
import { useMakeWitnesses } from './make-witnesses.ts'
import { inquiries, type Expected, type Inquiry, type Sighting } from './verify-round.ts'

/** One of those who are asked, and what came of it so far. */
export interface Asked {
  inquiry: Inquiry
  sighting: Sighting | null
  /** When this was seen, milliseconds since 1970. */
  seen: number
  /** Since when it agrees; null while it does not. */
  since: number | null
}

export interface Rounds {
  rows: readonly Asked[]
  /** `done`: all agree. `once`: a sample, which never changes. */
  phase: 'asking' | 'waiting' | 'stopped' | 'done' | 'once'
  /** When the next round begins; only while waiting. */
  until: number
  askNow: () => void
  stop: () => void
}

export interface RoundsWanted {
  expected: Expected
  agrees: (sighting: Sighting) => boolean
}

/** Pauses between rounds: short at first, then no resolver is asked more than once a minute. Milliseconds. */
const PAUSES = [15_000, 15_000, 30_000]
const LONG_PAUSE = 60_000

/**
 * Asks until all agree, with a pause after each round, and then no more. Whoever agrees is not asked again.
 *
 * @param wanted must stay the same object while it means the same; null: nothing is asked yet
 */
export function useRounds(wanted: RoundsWanted | null): Rounds {
  const make = useMakeWitnesses()
  const [state, setState] = useState<State>(START)
  // A new object is a new beginning.
  const [going, setGoing] = useState({ isStopped: false })
  const [of, setOf] = useState(wanted)
  if (of !== wanted) {
    setOf(wanted)
    setState(START)
    setGoing({ isStopped: false })
  }
  useEffect(() => {
    if (going.isStopped || wanted === null) return undefined
    const control = new AbortController()
    void walk({ wanted, make, signal: control.signal, setState })
    return () => control.abort()
  }, [wanted, make, going])
  return {
    ...state,
    phase: going.isStopped && state.phase !== 'done' ? 'stopped' : state.phase,
    askNow: useCallback(() => setGoing({ isStopped: false }), []),
    stop: useCallback(() => setGoing({ isStopped: true }), []),
  }
}

interface State extends Pick<Rounds, 'rows' | 'until'> {
  phase: Exclude<Rounds['phase'], 'stopped'>
}

const START: State = { rows: [], phase: 'asking', until: 0 }

interface Walk {
  wanted: RoundsWanted
  make: MakeWitnesses
  signal: AbortSignal
  setState: (next: (before: State) => State) => void
}

async function walk({ wanted, make, signal, setState }: Walk): Promise<void> {
  const { expected, agrees } = wanted
  // React may be behind with what was set; the walk keeps its own account of who agrees.
  const live = new Set<string>()
  const set = (next: (before: State) => State) => {
    if (!signal.aborted) setState(next)
  }
  for (let round = 0; !signal.aborted; round++) {
    const those = await make(expected.domain)
    const asked = inquiries(expected, those)
    set((before) => ({ ...before, phase: 'asking', rows: rowsFor(asked, before.rows) }))
    await Promise.all(
      asked
        .filter(({ key }) => !live.has(key))
        .map(async ({ key, ask }) => {
          const sighting = await ask(signal)
          const isLive = agrees(sighting)
          if (isLive) live.add(key)
          set((before) => ({ ...before, rows: withSighting(before.rows, sighting, isLive) }))
        }),
    )
    if (live.size === asked.length) return set((before) => ({ ...before, phase: 'done' }))
    if (those.isSample) return set((before) => ({ ...before, phase: 'once' }))
    const ms = PAUSES[round] ?? LONG_PAUSE
    set((before) => ({ ...before, phase: 'waiting', until: Date.now() + ms }))
    await pause(ms, signal).catch(() => undefined)
  }
}

/** What was seen before stays until something newer is. */
function rowsFor(asked: readonly Inquiry[], before: readonly Asked[]): Asked[] {
  return asked.map((inquiry) => {
    const known = before.find((row) => row.inquiry.key === inquiry.key)
    return known ?? { inquiry, sighting: null, seen: 0, since: null }
  })
}

function withSighting(rows: readonly Asked[], sighting: Sighting, isLive: boolean): Asked[] {
  const now = Date.now()
  return rows.map((row) =>
    row.inquiry.key === sighting.key
      ? { ...row, sighting, seen: now, since: isLive ? (row.since ?? now) : null }
      : row,
  )
}
