import { FINDING_IDS, ruleOf } from '../../checks/catalogue.ts'
import type { Finding, Severity } from '../../checks/finding.ts'
import { protocolOf, type Protocol } from '../../checks/protocols.ts'
import { messageOf, wordsOf, type Example, type Rule, type Words } from '../../checks/rule.ts'
import { run, type Outcome } from '../../checks/run.ts'
import { derive } from '../../facts/derive/derive.ts'

/** One finding id with everything its page shows, made from its rule alone. */
export interface Entry {
  id: string
  rule: Rule
  protocol: Protocol
  /** The finding that the rule's own example really gives. */
  finding: Finding
  words: Words
  /** The severity is looked up in what was seen, so that another input may have another one. */
  conditional: boolean
}

export function judgeExample(rule: Rule, example: Example): Outcome {
  const [outcome] = run([rule], derive(example.facts))
  if (outcome === undefined) throw new Error('A rule has one outcome')
  return outcome
}

/** The entry of a finding id; null when its example does not give it, which the catalogue's test forbids. */
export function entryOf(id: string): Entry | null {
  const rule = ruleOf(id)
  const example = rule.examples[id]
  if (example === undefined) return null
  const outcome = judgeExample(rule, example)
  const finding =
    outcome.state === 'ran' ? outcome.findings.find((candidate) => candidate.id === id) : undefined
  if (finding === undefined) return null
  const conditional = typeof messageOf(rule, id)?.severity === 'function'
  return { id, rule, protocol: protocolOf(id), finding, words: wordsOf(rule, finding), conditional }
}

let all: readonly Entry[] | null = null

/** Every entry, in the order of the catalogue; judged once. */
export function allEntries(): readonly Entry[] {
  all ??= FINDING_IDS.flatMap((id) => entryOf(id) ?? [])
  return all
}

export interface Filter {
  words: string
  severity: Severity | null
}

/** Entries that have all the words, in their id, their texts, their specification or their example. */
export function filterEntries(entries: readonly Entry[], { words, severity }: Filter): Entry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(
    (entry) =>
      (severity === null || entry.words.severity === severity) &&
      wanted.every((word) => haystack(entry).includes(word)),
  )
}

function haystack({ id, rule, words }: Entry): string {
  const example = rule.examples[id]?.show ?? ''
  const spec = rule.spec.map(({ document, section }) => `${document} ${section}`)
  return [id, rule.title, words.title, words.advice, words.why, example, ...spec]
    .join('\n')
    .toLowerCase()
}

/** Entries by the beginning that their ids share: `sts.record`, `sts.policy`, `mx`. */
export function groupsOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const group = entry.id.split('.').slice(0, -1).slice(0, 2).join('.')
    groups.set(group, [...(groups.get(group) ?? []), entry])
  }
  return groups
}

/** Ids of the same rule, and of the other rules in the same part of the catalogue (`sts.record.…`). */
export function neighbours(id: string): string[] {
  const own = Object.keys(ruleOf(id).messages)
  const part = id.split('.').slice(0, 2).join('.')
  const place = FINDING_IDS.indexOf(id)
  const others = FINDING_IDS.filter((other) => other.startsWith(`${part}.`) && !own.includes(other))
    .map((other) => ({ other, away: Math.abs(FINDING_IDS.indexOf(other) - place) }))
    .sort((a, b) => a.away - b.away)
    .map(({ other }) => other)
  return [...own.filter((other) => other !== id), ...others].slice(0, 6)
}
