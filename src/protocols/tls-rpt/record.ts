/** Shape only for now: the parser follows. */
export interface TlsRptRecord {
  /** Report targets in the order of the record. */
  rua: { scheme: 'mailto' | 'https'; uri: string }[]
  extensions: { name: string; value: string }[]
}

export type TlsRptProblem = string
