import { normalHost, readMxPattern } from '../../../protocols/mta-sts/mx-pattern.ts'
import { coverage } from '../../../publish/make/patterns-from-mx.ts'
import type { MailServer } from './today.ts'

export interface CoverageRow extends MailServer {
  /** The line that covers it, or null. */
  by: string | null
  /** Not in the DNS, only typed: worth a button that adds its line. */
  isTried: boolean
}

/** Each mail server and the line that covers it; last the one that is being tried. */
export function coverageRows(
  servers: readonly MailServer[],
  tried: string,
  lines: readonly string[],
): CoverageRow[] {
  const typed = triedHost(tried)
  const all = [
    ...servers.map((server) => ({ ...server, isTried: false })),
    ...(typed === null || servers.some(({ host }) => host === typed)
      ? []
      : [{ host: typed, foundIn: 'typed below', isTried: true }]),
  ]
  const covers = coverage(
    all.map(({ host }) => host),
    lines,
  )
  return all.map((row) => ({
    ...row,
    by: covers.find(({ host }) => host === normalHost(row.host))?.by ?? null,
  }))
}

/** A host name in what was typed; null while it is none. */
export function triedHost(tried: string): string | null {
  const name = normalHost(tried.trim())
  return name.includes('.') && readMxPattern(name).flaw === null && !name.startsWith('*')
    ? name
    : null
}

/** What a wildcard would do for a host below the domain: it stands for exactly one label, the left-most. */
export function wildcardWords(host: string, domain: string): string | null {
  if (!host.endsWith(`.${domain}`)) return null
  const front = host.slice(0, -domain.length - 1)
  const count = front.split('.').length
  if (count > 1)
    return `\`*.${domain}\` would not cover it either: a wildcard stands for one label, and \`${front}\` is ${count === 2 ? 'two' : count}.`
  return `\`*.${domain}\` would cover it, and every other name right below \`${domain}\`. A line for the server alone lets nobody else in.`
}

/** Lines that no server of today needs: of one to come, or of one that is gone. */
export function coversNobody(line: string, servers: readonly MailServer[]): boolean {
  return (
    servers.length > 0 &&
    line !== '' &&
    coverage(
      servers.map(({ host }) => host),
      [line],
    ).every(({ by }) => by === null)
  )
}

/** "3 of 3 mail servers in DNS are covered." */
export function coveredWords(rows: readonly CoverageRow[]): string {
  const own = rows.filter(({ isTried }) => !isTried)
  const covered = own.filter(({ by }) => by !== null).length
  const servers = own.length === 1 ? 'mail server' : 'mail servers'
  return `${covered} of ${own.length} ${servers} in DNS ${covered === 1 ? 'is' : 'are'} covered.`
}
