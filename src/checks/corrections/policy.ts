/**
 * The corrected policy file (RFC 8461 section 3.2): what the owner wrote, as far as it can stand, in the form that every
 * sender reads, and covering the mail servers of today.
 */
import { policyUrl } from '../../facts/build.ts'
import { seenOf, valueOf } from '../../facts/fact.ts'
import type { FactSet } from '../../facts/fact-set.ts'
import { hasAddress } from '../../facts/host.ts'
import { isPublicSuffix } from '../../protocols/dns/public-suffix.ts'
import { isMxPattern, matchesMxPattern } from '../../protocols/mta-sts/mx-pattern.ts'
import {
  formatStsPolicy,
  parseStsPolicy,
  type ParsedStsPolicy,
  type StsMode,
  type StsPolicy,
} from '../../protocols/mta-sts/policy.ts'
import { STS_MODES } from '../../protocols/mta-sts/policy-values.ts'
import { mailHosts } from '../../protocols/mx/mx.ts'
import { fileDifference } from './changes.ts'
import type { CorrectedText } from './corrected-text.ts'
import { domainOf } from './domain-of.ts'
import { ageFor } from './max-age.ts'

/** The policy file that replaces the one served, or null: it can stay, or nothing is known to write. */
export function correctPolicy(facts: FactSet): CorrectedText | null {
  const domain = domainOf(facts)
  const live = livePolicy(facts)
  if (domain === null || isUnknown(facts)) return null
  const patterns = patternsFor(facts, domain, live)
  if (patterns === null) return null
  const mode = modeFor(facts, live)
  const age = ageFor(mode.mode, live?.fields.maxAge?.value ?? null, live === null)
  const extensions = (live?.value?.extensions ?? []).filter(isPlain)
  const wanted = { mode: mode.mode, mx: patterns.mx, maxAge: age.maxAge, extensions }
  if (live?.value && isSame(live.value, wanted)) return null
  return written(domain, live, wanted, [mode.note, patterns.note, age.note])
}

/** The same policy with the mode `enforce`, for when the reports are clean; null when it is not in testing. */
export function enforcedPolicy(facts: FactSet): CorrectedText | null {
  const domain = domainOf(facts)
  const live = livePolicy(facts)
  if (domain === null || live?.value?.mode !== 'testing') return null
  const { maxAge, note } = ageFor('enforce', live.value.maxAge, false)
  return written(domain, live, { ...live.value, mode: 'enforce', maxAge }, [note])
}

/** The policy of a domain that takes MTA-STS back (section 8.3); null when no policy is served. */
export function removedPolicy(facts: FactSet): CorrectedText | null {
  const domain = domainOf(facts)
  const live = livePolicy(facts)
  if (domain === null || live === null || live.value?.mode === 'none') return null
  const mx = [...new Set(live.fields.mx.map(({ value }) => value))]
  return written(domain, live, { mode: 'none', mx, maxAge: 86400, extensions: [] }, [])
}

/** The policy as it is served now, also behind a bad certificate; null when nothing like a policy is. */
export function livePolicy({ mtaStsPolicy, mtaStsPolicyFile }: FactSet): ParsedStsPolicy | null {
  const answer = seenOf(mtaStsPolicyFile)
  const parsed = seenOf(mtaStsPolicy)
  return answer?.status === 200 && parsed?.ours === true ? parsed : null
}

/** Hosts that take mail for the domain: those of the MX records, else the domain itself (RFC 5321 section 5.1). */
export function hostsOf(facts: FactSet, domain: string): string[] {
  const mx = valueOf(facts.mx)
  if (mx !== null) return mailHosts(mx)
  const own = valueOf(facts.domainAddresses)
  return facts.mx?.state === 'absent' && own !== null && hasAddress(own) ? [domain] : []
}

/** Hosts that no pattern of the policy covers. */
export function uncovered(hosts: readonly string[], patterns: readonly string[]): string[] {
  return hosts.filter((host) => !patterns.some((pattern) => matchesMxPattern(pattern, host)))
}

/** A file that we could not read might be right: nothing is written over it. */
function isUnknown({ mtaStsPolicyFile }: FactSet): boolean {
  return mtaStsPolicyFile === undefined || mtaStsPolicyFile.state === 'failed'
}

export interface Patterns {
  mx: string[]
  note: string | null
}

/** What the owner listed, but for wildcards that let strangers in, and every mail server that is not covered by it. */
export function patternsFor(
  facts: FactSet,
  domain: string,
  live: ParsedStsPolicy | null,
): Patterns | null {
  const hosts = hostsOf(facts, domain).filter(isMxPattern)
  const listed = [...new Set(live?.fields.mx.map(({ value }) => value) ?? [])]
  const tooWide = (pattern: string): boolean => {
    const rest = pattern.startsWith('*.') ? pattern.slice(2) : null
    return rest !== null && (isPublicSuffix(rest) || `.${domain}`.endsWith(`.${rest}`))
  }
  const kept = listed.filter((pattern) => !tooWide(pattern) && !/^[\d.]+$/.test(pattern))
  // Without known mail servers a wide wildcard is better than a policy that covers none.
  const base = hosts.length > 0 ? kept : listed
  const mx = [...base, ...uncovered(hosts, base)]
  if (mx.length === 0) return null
  const wide = hosts.length > 0 ? listed.filter(tooWide) : []
  return { mx, note: wide.length === 0 ? null : wideNote(wide) }
}

function wideNote(wide: string[]): string {
  const names = wide.map((pattern) => `\`${pattern}\``).join(', ')
  return `The mail servers are listed one by one in place of ${names}, which any host of that name would match.`
}

interface Mode {
  mode: StsMode
  note: string | null
}

/** The owner's mode, unless senders would begin to refuse mail for a policy that nobody has tried. */
function modeFor(facts: FactSet, live: ParsedStsPolicy | null): Mode {
  if (live === null) return { mode: 'testing', note: null }
  const mode = live.fields.mode?.value ?? modeMeant(live)
  if (mode === null)
    return {
      mode: 'testing',
      note: 'The mode is `testing`, because the file does not tell another.',
    }
  if (mode !== 'enforce') return { mode, note: null }
  const patterns = live.fields.mx.map(({ value }) => value)
  const missing = uncovered(hostsOf(facts, domainOf(facts) ?? ''), patterns)
  const back = 'The mode goes back to `testing` for a week or two'
  if (missing.length > 0) {
    const names = missing.map((host) => `\`${host}\``).join(', ')
    return { mode: 'testing', note: `${back}, because the policy did not cover ${names}.` }
  }
  const isUsed = live.value !== null && (!facts.mtaStsRecord || hasUsableRecord(facts))
  if (isUsed) return { mode, note: null }
  return { mode: 'testing', note: `${back}, because no strict sender uses this policy today.` }
}

function hasUsableRecord({ mtaStsRecord }: FactSet): boolean {
  // A record that could not be looked up may be in use.
  return mtaStsRecord?.state === 'failed' || (valueOf(mtaStsRecord)?.usable ?? null) !== null
}

/** `mode: Enforce` */
function modeMeant({ problems }: ParsedStsPolicy): StsMode | null {
  const seen = problems.find(({ code }) => code === 'mode-value')?.seen ?? ''
  return STS_MODES.find((mode) => mode === seen.trim().toLowerCase()) ?? null
}

/** An extension that every sender reads past: no colon, no character beyond ASCII, no near miss of a known key. */
function isPlain(extension: StsPolicy['extensions'][number]): boolean {
  const probe = { mode: 'none' as const, mx: ['a.example'], maxAge: 86400, extensions: [extension] }
  return parseStsPolicy(formatStsPolicy(probe)).problems.every(
    ({ code }) => code === 'unknown-field',
  )
}

function isSame(live: StsPolicy, wanted: StsPolicy): boolean {
  const set = (policy: StsPolicy) => [...new Set(policy.mx)].toSorted().join(' ')
  return (
    live.mode === wanted.mode &&
    live.maxAge === wanted.maxAge &&
    set(live) === set(wanted) &&
    live.extensions.length === wanted.extensions.length
  )
}

function written(
  domain: string,
  live: ParsedStsPolicy | null,
  policy: StsPolicy,
  notes: (string | null)[],
): CorrectedText {
  const text = formatStsPolicy(policy)
  const difference = live === null ? { changes: [], removed: [] } : fileDifference(live.text, text)
  return {
    correction: 'mta-sts-policy',
    kind: 'file',
    where: policyUrl(domain),
    old: live?.text ?? null,
    text,
    ...difference,
    notes: notes.filter((note) => note !== null),
  }
}
