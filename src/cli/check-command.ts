/** `signet check`: its arguments, and how its results come out. */
import { readFileSync } from 'node:fs'
import { InvalidArgumentError, type Command } from 'commander'
import { isResolverUrl } from '../../proxy/resolver-url.ts'
import { readDomainInput, type DomainInput } from '../protocols/dns/domain-input.ts'
import type { Judged } from './judged.ts'
import { refusalLine } from './refusal.ts'
import { WrongCommand } from './wrong-command.ts'

interface Options {
  json?: boolean
  resolver: string[]
  proxy?: string
  allowPrivate?: boolean
  ca?: string
  now?: number
  selector?: string
}

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('check domains as mail servers see them; names under .example are samples')
    .argument('<domain...>', 'domains, mail addresses or URLs')
    .option('--json', 'one JSON object per domain and line')
    .option('--resolver <url>', 'ask DNS over HTTPS here; may be repeated', collectResolver, [])
    .option('--proxy <url>', 'fetch through this proxy of Signet instead of from here', readProxy)
    .option('--allow-private', 'connect to private, loopback and link-local addresses too')
    .option('--ca <file>', 'further trusted roots, PEM')
    .option('--now <time>', 'judge certificates at this time, ISO 8601', readTime)
    .option('--selector <name>', 'selector of the BIMI record, in the place of default')
    .option('--port-smtp <number>', 'port of mail servers (not looked at yet)', readPort)
    .action(async (domains: string[], options: Options) => checkAndTell(domains, options))
}

async function checkAndTell(domains: readonly string[], options: Options): Promise<void> {
  const results = await check(domains, options)
  const { inTurn, tell } = await import('./tell.ts')
  await tell(inTurn(results), options)
}

async function check(domains: readonly string[], options: Options): Promise<Promise<Judged>[]> {
  const subjects = domains.map(readDomain)
  const { now, selector } = options
  const network = {
    resolvers: options.resolver,
    ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
    allowPrivate: options.allowPrivate === true,
    ca: options.ca === undefined ? [] : [readRoots(options.ca)],
    now: now === undefined ? Date.now : () => now,
    ...(selector === undefined ? {} : { selector }),
  }
  // The network code is loaded once it is needed: judging a text starts faster without it.
  const { checkDomains } = await import('./check.ts')
  return checkDomains(subjects, network)
}

function readDomain(typed: string): DomainInput {
  const result = readDomainInput(typed)
  if (!result.ok) throw new WrongCommand(refusalLine(result))
  return result.input
}

function readRoots(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongCommand(`Cannot read ${file}: ${String(error)}`)
  }
}

function collectResolver(url: string, before: string[]): string[] {
  const plain = url.replace(/\{\?dns\}$/, '')
  if (!isResolverUrl(plain))
    throw new InvalidArgumentError('Not an https URL; http is for loopback only.')
  return [...before, plain]
}

function readProxy(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new InvalidArgumentError('Not an http or https URL.')
  return url
}

/** A date, or a date and a time; without a zone it is UTC. */
function readTime(text: string): number {
  const iso = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text)
  const time = Date.parse(iso !== null && text.includes('T') && !iso[1] ? `${text}Z` : text)
  if (iso === null || Number.isNaN(time))
    throw new InvalidArgumentError('Not a time such as 2026-11-25T12:00:00Z.')
  return time
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('Not a port number.')
  return port
}
