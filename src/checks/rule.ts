import type { Fact, Failed } from '../facts/fact.ts'
import type { FactName, Facts, RawFactSet, ValueOf } from '../facts/fact-set.ts'
import type { Correction } from './corrections.ts'
import type { Finding, Severity, Spot } from './finding.ts'

/** A place in a published specification. */
export interface Spec {
  document: string
  section: string
}

/** Who asks for it: a specification, a named sender as read on a date, or experience. */
export type Demand = 'specification' | 'practice' | { sender: string; read: string }

/** The words and the weight of one finding id. Texts may hold backticks and `[links](address)`, nothing else. */
export interface Message<A> {
  severity: Severity | ((args: A) => Severity)
  /** A complete statement of what was seen, no final stop. */
  title: (args: A) => string
  /** The next action, imperative. */
  advice: (args: A) => string
  /** Why it matters, where it differs from the rule's own. */
  why?: string
  /** Who demands it, where it differs from the rule's own. */
  demand?: Demand
}

/** Method syntax on purpose: messages of any argument type fit into one map. */
export interface AnyMessage {
  severity: Severity | { (args: never): Severity }
  title(args: never): string
  advice(args: never): string
  why?: string
  demand?: Demand
}

type Args<M> = M extends { title: (args: infer A) => string } ? A : never

/** Where a finding stands: at least the source it is about. */
export interface At {
  about: string
  spot?: Spot
}

/** The smallest input that triggers a finding, as data and as the rule's page shows it. */
export interface Example {
  show: string
  facts: RawFactSet
}

/** A fact in a state from which something follows: anything but failed. */
export type Known<F> = Exclude<F, Failed>

/** The facts that a rule receives: those it needs as values, those it must know or reads as facts. */
export type Given<N extends FactName, K extends FactName, R extends FactName> = {
  [Name in N]: ValueOf<Name>
} & { [Name in K]: Known<Facts[Name]> } & { [Name in R]: Facts[Name] | undefined } & {
  /** The source of a needed fact. */
  source: (name: N) => Fact<unknown>['source']
}

export interface RuleOf<
  N extends FactName,
  K extends FactName,
  R extends FactName,
  M extends Record<string, AnyMessage>,
> {
  /** Names the rule; its finding ids usually begin with it. */
  id: string
  /** What it looks at, as a phrase: "The spelling of the version". */
  title: string
  /** Facts that must be found; otherwise the rule does not apply, or its outcome is unknown. */
  needs: readonly N[]
  /** Facts that must have been learnt, in any state but failed: for rules about what is not there. */
  known?: readonly K[]
  /** Facts it wants in any state. */
  reads?: readonly R[]
  spec: readonly Spec[]
  demand?: Demand
  /** Why it matters, for the person who owns the domain. */
  why: string
  messages: M
  /** Finding id → the smallest input that triggers it. */
  examples: { readonly [Id in keyof M]: Example }
  /** An input that triggers nothing. */
  quiet: Example
  /** The correction that resolves it, where one can be written. */
  fix?: Correction
  check: (
    given: Given<N, K, R>,
    find: <Id extends keyof M & string>(id: Id, args: Args<M[Id]>, at: At) => Finding,
  ) => Finding[]
}

/** A rule whose facts and messages have been checked where it was defined. */
export type Rule = RuleOf<FactName, FactName, FactName, Record<string, AnyMessage>>

/**
 * Fixes the types of a rule at its definition, and forgets them: from here on rules are alike. This is the one place
 * where their types are widened; `run` gives each rule exactly the facts it names.
 */
export function defineRule<
  const N extends FactName,
  const M extends Record<string, AnyMessage>,
  const K extends FactName = never,
  const R extends FactName = never,
>(rule: RuleOf<N, K, R, M>): Rule {
  return rule as unknown as Rule
}

/** The message of a finding id, where the rule has it. */
export function messageOf(rule: Rule, id: string): Message<unknown> | undefined {
  return rule.messages[id] as Message<unknown> | undefined
}

/** Severity, title and advice of one finding. */
export interface Words {
  severity: Severity
  title: string
  advice: string
  why: string
  demand: Demand
}

export function wordsOf(rule: Rule, finding: Finding): Words {
  const message = messageOf(rule, finding.id)
  if (message === undefined) throw new Error(`${rule.id} has no message for ${finding.id}`)
  const { severity } = message
  return {
    severity: typeof severity === 'function' ? severity(finding.args) : severity,
    title: message.title(finding.args),
    advice: message.advice(finding.args),
    why: message.why ?? rule.why,
    demand: message.demand ?? rule.demand ?? 'specification',
  }
}
