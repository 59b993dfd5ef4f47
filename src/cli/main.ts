/** Signet in a terminal. `signet --help` says how; INTERFACES.md and the README what programs may rely on. */
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { MxRecord } from '../protocols/dns/records.ts'
import { exitStatus, jsonLine, type Judged } from './judged.ts'
import { judgePolicy, mxRecordOf } from './policy.ts'
import { printed } from './print.ts'
import { isRecordKind, judgeRecord, RECORD_KINDS } from './record.ts'
import { paintFor } from './terminal-text.ts'

/** The command was wrong. */
const WRONG = 2

class WrongCommand extends Error {}

interface Output {
  json?: boolean
}

const program = new Command('signet')
  .description(
    'Checks MTA-STS and TLS-RPT: of domains, and of single texts before they are published.',
  )
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })

program
  .command('record')
  .description('judge the text of one TXT record, exactly as given')
  .argument('<kind>', Object.keys(RECORD_KINDS).join(' or '))
  .argument('<text>', 'the text of the record')
  .option('--json', 'one JSON object')
  .action((kind: string, text: string, output: Output) => {
    if (kind === 'bimi' || kind === 'dmarc')
      throw new WrongCommand(`\`record ${kind}\` is not in this version yet`)
    if (!isRecordKind(kind))
      throw new WrongCommand(
        `\`${kind}\` is not a kind of record; use ${Object.keys(RECORD_KINDS).join(' or ')}`,
      )
    tell(judgeRecord(kind, text, Date.now()), output)
  })

program
  .command('policy')
  .description('judge a policy file, and whether it covers the mail servers')
  .argument('<file>', 'the file, or - for standard input')
  .option('--mx <host>', 'a mail server; may be repeated', collectMx, [])
  .option('--json', 'one JSON object')
  .action(async (file: string, { mx, ...output }: Output & { mx: MxRecord[] }) => {
    tell(judgePolicy(file, await read(file), mx, Date.now()), output)
  })

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

function tell(judged: Judged, { json = false }: Output): void {
  const text = json ? `${jsonLine(judged)}\n` : printed(judged, paintFor(process.stdout))
  process.stdout.write(text)
  process.exitCode = exitStatus([judged])
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : readFileSync(file)
  } catch (error) {
    throw new WrongCommand(
      `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function collectMx(host: string, before: MxRecord[]): MxRecord[] {
  if (host === '' || /\s/.test(host)) throw new InvalidArgumentError('Not the name of a host.')
  return [...before, mxRecordOf(host)]
}

function explain(error: unknown): number {
  // Commander has said what is wrong; help and version are no mistakes.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG
  if (!(error instanceof WrongCommand)) throw error
  process.stderr.write(`${error.message}\n`)
  return WRONG
}
