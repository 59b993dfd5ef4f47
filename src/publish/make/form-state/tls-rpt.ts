/** The TLS-RPT wizard in an address: `/tls-rpt?domain=example.com&rua=mailto:tls-reports@example.com`. */
import { STAGES } from './mta-sts.ts'
import { choice, formOf, list, replacements, text } from './parameters.ts'

/** Everything as typed; what is empty or null takes the usual choice (`readTlsRpt`). */
export type TlsRptForm = ReturnType<typeof tlsRptForm.read>

export const tlsRptForm = formOf({
  domain: text('domain'),
  stage: choice('stage', STAGES, 'choose'),
  /** Null: what is published, else a role mailbox. */
  rua: list('rua'),
  zone: text('zone'),
  ttl: text('ttl'),
  format: text('format'),
  fill: replacements('fill'),
})
