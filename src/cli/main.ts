/** Signet in a terminal. `signet --help` says how; the README says what programs may rely on. */
import { inspect } from 'node:util'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { MxRecord } from '../protocols/dns/records.ts'
import { addCheck } from './check-command.ts'
import type { Judged } from './judged.ts'
import { addLogo } from './logo-command.ts'
import { judgePolicy, mxRecordOf } from './policy.ts'
import { readInput } from './read-input.ts'
import { isRecordKind, judgeRecord, RECORD_KINDS } from './record.ts'
import { tell, type Output } from './tell.ts'
import { WrongCommand } from './wrong-command.ts'

const WRONG = 2
const UNLEARNED = 3
const KINDS = Object.keys(RECORD_KINDS).join(' or ')

const program = new Command('signet')
  .description(
    'Checks MTA-STS, TLS-RPT and BIMI: domains, and single texts before they are published.',
  )
  .exitOverride()

addCheck(program)

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
    tell([judgePolicy(file, await readInput(file), mx, Date.now())], output),
  )

addLogo(program)

// A reader that has seen enough (`| head`) is no mistake.
process.stdout.on('error', () => process.exit())

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

function record(kind: string, text: string): Judged {
  if (!isRecordKind(kind))
    throw new WrongCommand(`\`${kind}\` is not a kind of record; use ${KINDS}`)
  return judgeRecord(kind, text, Date.now())
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
