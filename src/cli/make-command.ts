/** `signet make`: its arguments. */
import type { Command } from 'commander'
import { addNetwork, readDomain, type NetworkArguments } from './network-arguments.ts'
import type { MakeResult, MakeSubject } from './make.ts'
import { WrongCommand } from './wrong-command.ts'

interface Common extends NetworkArguments {
  domain?: string
  zone?: string
  ttl?: string
  format: string
  json?: boolean
}

interface MtaSts extends Common {
  mx: string[]
  mode?: string
  maxAge?: string
  id?: string
}

interface TlsRpt extends Common {
  rua?: string[]
}

interface Bimi extends Common {
  selector?: string
  logo?: string
  certificate?: string
  avp?: string
  decline?: boolean
}

export function addMake(program: Command): void {
  const make = program
    .command('make')
    .description('make records and policy files, ready to publish; nothing is published')
  addMtaSts(make)
  addTlsRpt(make)
  addBimi(make)
}

function addMtaSts(make: Command): void {
  withCommon(make.command('mta-sts').description('the record and the policy file of MTA-STS'))
    .option(
      '--mx <pattern>',
      'a mail server, or *. and a name; may be repeated; without it the DNS is asked',
      collect,
      [],
    )
    .option('--mode <mode>', 'testing, enforce or none; testing unless enforced already')
    .option('--max-age <seconds>', 'how long senders keep the policy; by the mode if missing')
    .option('--id <id>', 'id of the policy; the next one of today if missing')
    .action((options: MtaSts) =>
      made(options, 'mta-sts', async (subject) => {
        const { makeMtaStsFor } = await import('./make-mta-sts.ts')
        const { mx, mode = '', maxAge = '', id = '' } = options
        return makeMtaStsFor(subject, { mx: mx.length > 0 ? mx : null, mode, maxAge, id })
      }),
    )
}

function addTlsRpt(make: Command): void {
  withCommon(make.command('tls-rpt').description('the record that asks for TLS reports'))
    .option('--rua <uri...>', 'where reports go, mailto: or https:; may be repeated')
    .action((options: TlsRpt) =>
      made(options, 'tls-rpt', async (subject) => {
        const { makeTlsRptFor } = await import('./make-tls-rpt.ts')
        return makeTlsRptFor(subject, options.rua ?? [])
      }),
    )
}

function addBimi(make: Command): void {
  withCommon(make.command('bimi').description('the record that names a logo'))
    .option('--selector <name>', 'selector of the record, in the place of default')
    .option('--logo <url>', 'address of the logo, https:')
    .option('--certificate <url>', 'address of the mark certificate, https:')
    .option('--avp <preference>', 'brand or personal: which of two logos of a mail comes first')
    .option('--decline', 'ask for no logo to be shown, in the place of --logo')
    .action((options: Bimi) =>
      made(options, 'bimi', async (subject) => {
        const { makeBimiFor } = await import('./make-bimi.ts')
        const { selector = '', logo = '', certificate = '', avp = '', decline = false } = options
        if (decline && (logo !== '' || certificate !== ''))
          throw new WrongCommand('--decline has neither --logo nor --certificate beside it')
        return makeBimiFor(subject, {
          ...{ selector, logo, certificate, preference: avp, declined: decline },
        })
      }),
    )
}

function withCommon(command: Command): Command {
  command
    .option('--domain <domain>', 'the policy domain')
    .option('--zone <zone>', 'the zone that holds its records; found by the DNS if missing')
    .option('--ttl <seconds>', 'TTL of the record, 3600 if missing')
    .option('--format <name>', 'txt, policy, or a format of records; list names them', 'txt')
    .option('--json', 'one JSON object')
  return addNetwork(command, 'make an id for this time')
}

/** The code of each kind is loaded once it is needed. */
async function made(
  options: Common,
  protocol: 'mta-sts' | 'tls-rpt' | 'bimi',
  make: (subject: MakeSubject) => Promise<MakeResult>,
): Promise<void> {
  const { formatList, readFormat } = await import('./make-format.ts')
  if (options.format === 'list') {
    process.stdout.write(formatList(protocol))
    return
  }
  const format = readFormat(options.format, protocol)
  if (options.domain === undefined) throw new WrongCommand('Name the domain: --domain example.com')
  const { zone = '', ttl = '' } = options
  const { tellMade } = await import('./make-tell.ts')
  const subject = { input: readDomain(options.domain), zone, ttl, network: options }
  tellMade(await make(subject), format, options)
}

function collect(text: string, before: string[]): string[] {
  return [...before, text]
}
