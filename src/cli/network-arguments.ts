/** Options of commands that ask the network, and how they are read. */
import { readFileSync } from 'node:fs'
import { InvalidArgumentError, type Command } from 'commander'
import { isResolverUrl } from '../../proxy/resolver-url.ts'
import { readDomainInput, type DomainInput } from '../protocols/dns/domain-input.ts'
import type { NetworkOptions } from './node-sources.ts'
import { refusalLine } from './refusal.ts'
import { WrongCommand } from './wrong-command.ts'

export interface NetworkArguments {
  resolver: string[]
  proxy?: string
  allowPrivate?: boolean
  ca?: string
  now?: number
}

/** @param clock what the time is used for */
export function addNetwork(command: Command, clock: string): Command {
  return command
    .option('--resolver <url>', 'ask DNS over HTTPS here; may be repeated', collectResolver, [])
    .option('--proxy <url>', 'fetch through this proxy of Signet instead of from here', readProxy)
    .option('--allow-private', 'connect to private, loopback and link-local addresses too')
    .option('--ca <file>', 'further trusted roots, PEM')
    .option('--now <time>', `${clock}, ISO 8601`, readTime)
}

export function networkOf(given: NetworkArguments): NetworkOptions {
  const { now, proxy, ca } = given
  return {
    resolvers: given.resolver,
    ...(proxy === undefined ? {} : { proxy }),
    allowPrivate: given.allowPrivate === true,
    ca: ca === undefined ? [] : [readRoots(ca)],
    now: now === undefined ? Date.now : () => now,
  }
}

export function readDomain(typed: string): DomainInput {
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
