/** Shape only for now: the parser follows. */
export type StsMode = 'enforce' | 'testing' | 'none'

export interface StsPolicy {
  mode: StsMode
  /** Patterns in the order of the file, lower-case; at least one unless the mode is `none`. */
  mx: string[]
  /** Seconds, 0 to 31557600. */
  maxAge: number
  extensions: { name: string; value: string }[]
}

export type StsPolicyProblem = string
