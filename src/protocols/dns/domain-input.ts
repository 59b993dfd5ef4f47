/** Shape only for now: the parser follows. */
export interface DomainInput {
  /** Exactly what was typed. */
  typed: string
  /** The policy domain: lower-case A-labels, no final dot. */
  domain: string
  /** The same with U-labels, for people. */
  unicode: string
  /** Local part, when an address was typed. */
  localPart: string | null
  /** What was taken off or changed on the way, in words' keys. */
  changes: { code: string; seen: string }[]
}
