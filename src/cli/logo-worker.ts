/** Judges logos beside the main program: names of files come in, lines of JSON go out. */
import { parentPort } from 'node:worker_threads'
import { readFileSync } from 'node:fs'
import { jsonLine, statusOf } from './judged.ts'
import { judgeLogo } from './logo.ts'
import { worseStatus, type Status } from './status.ts'

export interface Batch {
  number: number
  files: string[]
}

export interface BatchResult {
  number: number
  lines: string
  status: Status
  /** Why a file could not be read; the lines are then those before it. */
  unreadable: string | null
}

parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(judgeBatch(batch), []))

export function judgeBatch({ number, files }: Batch): BatchResult {
  let lines = ''
  let status: Status = 0
  for (const file of files) {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(file)
    } catch (error) {
      return { number, lines, status, unreadable: `Cannot read ${file}: ${String(error)}` }
    }
    const judged = judgeLogo(file, bytes)
    lines += `${jsonLine(judged)}\n`
    status = worseStatus(status, statusOf(judged))
  }
  return { number, lines, status, unreadable: null }
}
