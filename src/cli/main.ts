/** Signet in a terminal. `signet --help` says how; the README says what programs may rely on. */
import { inspect } from 'node:util'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { addCheck } from './check-command.ts'
import { addLogo } from './logo-command.ts'
import { addMake } from './make-command.ts'
import { readInput } from './read-input.ts'
import type { Output } from './tell.ts'
import { WrongCommand } from './wrong-command.ts'

const WRONG = 2
const UNLEARNED = 3

const program = new Command('signet')
  .description(
    'Checks MTA-STS, TLS-RPT and BIMI: domains, and single texts before they are published.',
  )
  .exitOverride()

addCheck(program)

program
  .command('record')
  .description('judge the text of one TXT record, exactly as given')
  .argument('<kind>', 'mta-sts, tls-rpt, bimi or dmarc')
  .argument('<text>', 'the text of the record')
  .option('--json', 'one JSON object')
  .action(record)

program
  .command('policy')
  .description('judge a policy file, and whether it covers the mail servers')
  .argument('<file>', 'the file, or - for standard input')
  .option('--mx <host>', 'a mail server; may be repeated', collectMx, [])
  .option('--json', 'one JSON object')
  .action(policy)

addLogo(program)
addMake(program)

// A reader that has seen enough (`| head`) is no mistake.
process.stdout.on('error', () => process.exit())

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

// Each command loads what it needs: the rules take longer to load than most commands to run.

async function record(kind: string, text: string, output: Output): Promise<void> {
  const [{ isRecordKind, judgeRecord, RECORD_KINDS }, { tell }] = await Promise.all([
    import('./record.ts'),
    import('./tell.ts'),
  ])
  if (!isRecordKind(kind)) {
    const kinds = Object.keys(RECORD_KINDS).join(' or ')
    throw new WrongCommand(`\`${kind}\` is not a kind of record; use ${kinds}`)
  }
  await tell([judgeRecord(kind, text, Date.now())], output)
}

async function policy(file: string, { mx, ...output }: Output & { mx: string[] }): Promise<void> {
  const [{ judgePolicy, mxRecordOf }, { tell }] = await Promise.all([
    import('./policy.ts'),
    import('./tell.ts'),
  ])
  const bytes = await readInput(file)
  await tell([judgePolicy(file, bytes, mx.map(mxRecordOf), Date.now())], output)
}

function collectMx(host: string, before: string[]): string[] {
  if (host === '' || /\s/.test(host)) throw new InvalidArgumentError('Not the name of a host.')
  return [...before, host]
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
