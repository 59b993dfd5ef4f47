/** Thousands of logos on all processors, in the order in which they were named. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Batch, BatchResult } from './logo-worker.ts'
import { WrongCommand } from './wrong-command.ts'
import { worseStatus, type Status } from './status.ts'

const BATCH = 50
const MOST_WORKERS = 4
/** Batches that are done or under way and not yet written, for each worker: what keeps memory bounded. */
const AHEAD = 4

/** Writes a line of JSON for every file. Returns the exit status. */
export async function judgeInParallel(
  files: readonly string[],
  write: (lines: string) => void,
): Promise<Status> {
  const workers = Array.from(
    { length: Math.min(MOST_WORKERS, availableParallelism()) },
    () => new Worker(new URL('./logo-worker.ts', import.meta.url)),
  )
  try {
    return await new Pool(files, workers, write).run()
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

class Pool {
  private readonly done = new Map<number, BatchResult>()
  private readonly idle: Worker[] = []
  private next = 0
  private written = 0
  private status: Status = 0
  private readonly files: readonly string[]
  private readonly workers: readonly Worker[]
  private readonly write: (lines: string) => void

  constructor(
    files: readonly string[],
    workers: readonly Worker[],
    write: (lines: string) => void,
  ) {
    this.files = files
    this.workers = workers
    this.write = write
  }

  run(): Promise<Status> {
    return new Promise((resolve, reject) => {
      for (const worker of this.workers) {
        worker.on('error', reject)
        worker.on('message', (result: BatchResult) => {
          this.done.set(result.number, result)
          this.idle.push(worker)
          try {
            this.writeReady()
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)))
          }
          if (this.written * BATCH >= this.files.length) resolve(this.status)
          else this.hand()
        })
        this.idle.push(worker)
      }
      this.hand()
    })
  }

  /** Work for those who have none, but never far ahead of what is written. */
  private hand(): void {
    while (this.next < this.written + AHEAD * this.workers.length) {
      const files = this.files.slice(this.next * BATCH, (this.next + 1) * BATCH)
      const worker = files.length === 0 ? undefined : this.idle.pop()
      if (worker === undefined) return
      worker.postMessage({ number: this.next, files } satisfies Batch, [])
      this.next += 1
    }
  }

  private writeReady(): void {
    for (
      let result = this.done.get(this.written);
      result !== undefined;
      result = this.done.get(this.written)
    ) {
      this.done.delete(this.written)
      this.written += 1
      this.status = worseStatus(this.status, result.status)
      this.write(result.lines)
      if (result.unreadable !== null) throw new WrongCommand(result.unreadable)
    }
  }
}
