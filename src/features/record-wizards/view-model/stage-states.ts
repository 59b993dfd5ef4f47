import type { Rounds } from '../queries/use-rounds.ts'
import { seenOf } from './verify-rows.ts'
import type { StageState } from '../parts/stages.tsx'
import type { Stage } from '../wizard.ts'

export interface Progress {
  /** All that had to be looked up is there. */
  isComplete: boolean
  /** Texts can be made of the form. */
  isOk: boolean
  rounds: Rounds | null
}

/** How far each stage is. */
export function stageStates({ isComplete, isOk, rounds }: Progress): Record<Stage, StageState> {
  return {
    choose: chooseState(isComplete, isOk),
    publish:
      isComplete && isOk
        ? { kind: 'pass', words: 'Texts ready' }
        : { kind: 'waiting', words: isOk ? 'Waits for the answers' : 'Waits for your choices' },
    verify: verifyState(rounds),
  }
}

function chooseState(isComplete: boolean, isOk: boolean): StageState {
  if (!isComplete) return { kind: 'asking', words: 'Looking up' }
  return isOk ? { kind: 'pass', words: 'Complete' } : { kind: 'waiting', words: 'A choice is open' }
}

function verifyState(rounds: Rounds | null): StageState {
  if (rounds === null) return { kind: 'waiting', words: 'Not yet begun' }
  const { live, total } = seenOf(rounds)
  if (rounds.phase === 'done') return { kind: 'pass', words: `All ${total} live` }
  const words = total === 0 ? 'Asking' : `${live} of ${total} live`
  return {
    kind: rounds.phase === 'stopped' || rounds.phase === 'once' ? 'waiting' : 'asking',
    words,
  }
}
