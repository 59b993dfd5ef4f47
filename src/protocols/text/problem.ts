/** A stretch of a raw text, in UTF-16 code units, end exclusive. */
export interface Span {
  start: number
  end: number
}

/** One thing wrong or worth knowing in a text, at its place. */
export interface Problem<Code extends string = string> {
  code: Code
  span: Span
  /** Section of the document that the code cites, for example `3.1`. */
  section: string
  /** What stood there, where the words of a finding need it. */
  seen?: string
  /** What would have been right, where one answer exists. */
  expected?: string
}

/**
 * What a parser returns. It never throws on input and never stops at the first problem.
 */
export interface Parsed<T, Code extends string = string> {
  /** The text exactly as it was given. */
  text: string
  /** Does the text claim to be this kind of record? A misspelt version still claims it; a stray SPF record does not. */
  ours: boolean
  /** What a strictly conforming implementation would act on, or null when it would use nothing of this text. */
  value: T | null
  problems: Problem<Code>[]
}
