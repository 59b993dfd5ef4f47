/** Signet in a terminal. `signet --help` says how; the README says what programs may rely on. */
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { inspect } from 'node:util'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { MxRecord } from '../protocols/dns/records.ts'
import { addCheck } from './check-command.ts'
import { exitStatus, jsonLine, type Judged } from './judged.ts'
import { judgeLogo } from './logo.ts'
import { judgePolicy, mxRecordOf } from './policy.ts'
import { printed } from './print.ts'
import { isRecordKind, judgeRecord, RECORD_KINDS } from './record.ts'
import { paintFor } from './terminal-text.ts'
import { WrongCommand } from './wrong-command.ts'

const WRONG = 2
const UNLEARNED = 3
const KINDS = Object.keys(RECORD_KINDS).join(' or ')

interface Output {
  json?: boolean
}

const program = new Command('signet')
  .description(
    'Checks MTA-STS, TLS-RPT and BIMI: domains, and single texts before they are published.',
  )
  .exitOverride()

addCheck(program, tell)

program
  .command('record')
  .description('judge the text of one TXT record, exactly as given')
  .argument('<kind>', KINDS)
  .argument('<text>', 'the text of the record')
  .option('--json', 'one JSON object')
  .action((kind: string, text: string, output: Output) => tell([record(kind, text)], output))

program
  .command('policy')
  .description('judge a policy file, and whether it covers the mail servers')
  .argument('<file>', 'the file, or - for standard input')
  .option('--mx <host>', 'a mail server; may be repeated', collectMx, [])
  .option('--json', 'one JSON object')
  .action(async (file: string, { mx, ...output }: Output & { mx: MxRecord[] }) =>
    tell([judgePolicy(file, await read(file), mx, Date.now())], output),
  )

program
  .command('logo')
  .description('judge SVG files as logos for BIMI')
  .argument('<file...>', 'SVG or SVGZ files, or - for standard input')
  .option('--json', 'one JSON object a line')
  .action(async (files: string[], output: Output) => {
    const all = await Promise.all(files.map(async (file) => [file, await read(file)] as const))
    await tell(
      all.map(([file, bytes]) => judgeLogo(file, bytes)),
      output,
    )
  })

// A reader that has seen enough (`| head`) is no mistake.
process.stdout.on('error', () => process.exit())

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

/** Tells each result as soon as it and all before it are there. */
async function tell(
  results: readonly (Judged | Promise<Judged>)[],
  { json = false }: Output,
): Promise<void> {
  const paint = paintFor(process.stdout)
  const all: Judged[] = []
  // A later one that fails while an earlier one is waited for is told when it is its turn.
  void Promise.allSettled(results)
  for (const result of results) {
    const judged = await waitedFor(result, all.length, results.length)
    process.stdout.write(json ? `${jsonLine(judged)}\n` : printed(judged, paint))
    all.push(judged)
  }
  process.exitCode = exitStatus(all)
}

/** Says on a terminal what is being waited for; never into a file. */
async function waitedFor<T>(result: T | Promise<T>, done: number, total: number): Promise<T> {
  if (!(result instanceof Promise) || !process.stderr.isTTY) return result
  process.stderr.write(`Asking the DNS and the policy host (${done + 1} of ${total}) …`)
  try {
    return await result
  } finally {
    process.stderr.write('\r\u001b[K')
  }
}

function record(kind: string, text: string): Judged {
  if (!isRecordKind(kind))
    throw new WrongCommand(`\`${kind}\` is not a kind of record; use ${KINDS}`)
  return judgeRecord(kind, text, Date.now())
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : readFileSync(file)
  } catch (error) {
    throw new WrongCommand(`Cannot read ${file}: ${String(error)}`)
  }
}

function collectMx(host: string, before: MxRecord[]): MxRecord[] {
  if (host === '' || /\s/.test(host)) throw new InvalidArgumentError('Not the name of a host.')
  return [...before, mxRecordOf(host)]
}

function explain(error: unknown): number {
  // Commander has said what is wrong; help and version are no mistakes.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG
  if (error instanceof WrongCommand) {
    process.stderr.write(`${error.message}\n`)
    return WRONG
  }
  process.stderr.write(`Signet broke, and learned nothing: ${inspect(error)}\n`)
  return UNLEARNED
}
