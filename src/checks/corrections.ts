/** Names of the texts that a finding can be corrected by; written from facts, shown ready to copy. */
export type Correction =
  | 'mta-sts-record'
  | 'mta-sts-policy'
  | 'tls-rpt-record'
  | 'dmarc-record'
  /** The DMARC record with a policy that BIMI can build on. */
  | 'dmarc-policy'
  | 'bimi-record'
