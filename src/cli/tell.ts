/** Results on standard output, each as soon as it and all before it are there; and what the command ends with. */
import { jsonLine, statusOf, worseStatus, type Judged, type Status } from './judged.ts'
import { printed } from './print.ts'
import { paintFor } from './terminal-text.ts'

export interface Output {
  json?: boolean
}

export type Results = Iterable<Judged | Promise<Judged>> | AsyncIterable<Judged>

/** Keeps none of the results: there may be thousands. */
export async function tell(results: Results, { json = false }: Output): Promise<void> {
  const paint = paintFor(process.stdout)
  let status: Status = 0
  for await (const judged of results) {
    process.stdout.write(json ? `${jsonLine(judged)}\n` : printed(judged, paint))
    status = worseStatus(status, statusOf(judged))
  }
  process.exitCode = status
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
