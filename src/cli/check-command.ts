/** `signet check`: its arguments, and how its results come out. */
import { InvalidArgumentError, type Command } from 'commander'
import type { Judged } from './judged.ts'
import { addNetwork, networkOf, readDomain, type NetworkArguments } from './network-arguments.ts'
import { inTurn, tell } from './tell.ts'

interface Options extends NetworkArguments {
  json?: boolean
  selector?: string
}

export function addCheck(program: Command): void {
  const command = program
    .command('check')
    .description('check domains as mail servers see them; names under .example are samples')
    .argument('<domain...>', 'domains, mail addresses or URLs')
    .option('--json', 'one JSON object per domain and line')
  addNetwork(command, 'judge certificates at this time')
    .option('--selector <name>', 'selector of the BIMI record, in the place of default')
    .option('--port-smtp <number>', 'port of mail servers (not looked at yet)', readPort)
    .action(async (domains: string[], options: Options) =>
      tell(inTurn(await check(domains, options)), options),
    )
}

async function check(domains: readonly string[], options: Options): Promise<Promise<Judged>[]> {
  const subjects = domains.map(readDomain)
  const { selector } = options
  const network = { ...networkOf(options), ...(selector === undefined ? {} : { selector }) }
  // The network code is loaded once it is needed: judging a text starts faster without it.
  const { checkDomains } = await import('./check.ts')
  return checkDomains(subjects, network)
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('Not a port number.')
  return port
}
