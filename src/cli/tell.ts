/** Results on standard output, each as soon as it and all before it are there; and what the command ends with. */
import { jsonLine, statusOf, type Judged } from './judged.ts'
import { printed } from './print.ts'
import { paintFor } from './terminal-text.ts'
import { worseStatus, type Status } from './status.ts'

export interface Output {
  json?: boolean
}

export type Results = Iterable<Judged | Promise<Judged>> | AsyncIterable<Judged>

/** Keeps none of the results: there may be thousands. */
export async function tell(results: Results, { json = false }: Output): Promise<void> {
  const paint = paintFor(process.stdout)
  const output = new OutputBuffer()
  let status: Status = 0
  for await (const judged of results) {
    output.add(json ? `${jsonLine(judged)}\n` : printed(judged, paint))
    status = worseStatus(status, statusOf(judged))
  }
  output.write()
  process.exitCode = status
}

const MOST_CHARACTERS = 65_536

/** Writes what is there as soon as the program waits for something; results that come at once are written together. */
class OutputBuffer {
  private waiting = ''

  add(text: string): void {
    if (this.waiting === '') setImmediate(() => this.write())
    this.waiting += text
    if (this.waiting.length > MOST_CHARACTERS) this.write()
  }

  write(): void {
    if (this.waiting !== '') process.stdout.write(this.waiting)
    this.waiting = ''
  }
}

/** For those that are asked at once. Says on a terminal what is being waited for; never into a file. */
export async function* inTurn(results: readonly Promise<Judged>[]): AsyncGenerator<Judged> {
  // A later one that fails while an earlier one is waited for is told when it is its turn.
  void Promise.allSettled(results)
  for (const [done, result] of results.entries())
    yield await waitedFor(result, done, results.length)
}

async function waitedFor<T>(result: Promise<T>, done: number, total: number): Promise<T> {
  if (!process.stderr.isTTY) return result
  process.stderr.write(`Asking the DNS and the policy host (${done + 1} of ${total}) …`)
  try {
    return await result
  } finally {
    process.stderr.write('\r\u001b[K')
  }
}
