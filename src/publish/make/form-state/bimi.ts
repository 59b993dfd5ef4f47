/** The BIMI wizard in an address: `/bimi?domain=example.com&logo=https://example.com/logo.svg`. */
import { STAGES } from './mta-sts.ts'
import { choice, flag, formOf, replacements, text } from './parameters.ts'

/** Everything as typed; what is empty takes the usual choice (`readBimi`). */
export type BimiForm = ReturnType<typeof bimiForm.read>

export const bimiForm = formOf({
  domain: text('domain'),
  stage: choice('stage', STAGES, 'choose'),
  selector: text('selector'),
  logo: text('logo'),
  certificate: text('certificate'),
  preference: choice('avp', ['', 'brand', 'personal'], ''),
  declined: flag('decline'),
  zone: text('zone'),
  ttl: text('ttl'),
  format: text('format'),
  fill: replacements('fill'),
})
