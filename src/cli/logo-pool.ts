/** Thousands of logos on all processors, in the order in which they were named. */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { judgeBatch, type Batch, type BatchResult } from './logo-worker.ts'
import { WrongCommand } from './wrong-command.ts'
import { worseStatus, type Status } from './status.ts'

const BATCH = 50
/** Of those who judge, this program is one. */
const MOST_HANDS = 4
/** Batches that are done or under way and not yet written, for each hand: what keeps memory bounded. */
const AHEAD = 4

type Hand = (batch: Batch) => Promise<BatchResult>

/** Writes a line of JSON for every file. Returns the exit status. */
export async function judgeInParallel(
  files: readonly string[],
  write: (lines: string) => void,
): Promise<Status> {
  const helpers = Math.min(MOST_HANDS, availableParallelism()) - 1
  const workers = Array.from(
    { length: helpers },
    () => new Worker(new URL('./logo-worker.ts', import.meta.url)),
  )
  try {
    return await new Pile(files, write).through([here, ...workers.map(handOf)])
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** Between two batches of its own this program hears and writes what the workers have done. */
async function here(batch: Batch): Promise<BatchResult> {
  await setImmediate()
  return judgeBatch(batch)
}

function handOf(worker: Worker): Hand {
  return async (batch) => {
    worker.postMessage(batch, [])
    const [result] = (await once(worker, 'message')) as [BatchResult]
    return result
  }
}

class Pile {
  private readonly done = new Map<number, BatchResult>()
  private next = 0
  private written = 0
  private status: Status = 0
  private waiting: (() => void)[] = []
  private readonly files: readonly string[]
  private readonly write: (lines: string) => void

  constructor(files: readonly string[], write: (lines: string) => void) {
    this.files = files
    this.write = write
  }

  async through(hands: readonly Hand[]): Promise<Status> {
    await Promise.all(hands.map((hand) => this.work(hand, AHEAD * hands.length)))
    return this.status
  }

  private async work(hand: Hand, ahead: number): Promise<void> {
    for (;;) {
      const number = this.next
      const files = this.files.slice(number * BATCH, (number + 1) * BATCH)
      if (files.length === 0) return
      if (number >= this.written + ahead) {
        await new Promise<void>((resolve) => this.waiting.push(resolve))
      } else {
        this.next += 1
        this.done.set(number, await hand({ number, files }))
        this.writeReady()
      }
    }
  }

  private writeReady(): void {
    for (;;) {
      const result = this.done.get(this.written)
      if (result === undefined) break
      this.done.delete(this.written)
      this.written += 1
      this.status = worseStatus(this.status, result.status)
      this.write(result.lines)
      if (result.unreadable !== null) throw new WrongCommand(result.unreadable)
    }
    for (const resume of this.waiting.splice(0)) resume()
  }
}
