/** The MTA-STS wizard in an address: `/mta-sts?domain=example.com&mode=enforce&mx=mail1.example.com`. */
import { choice, day, formOf, list, replacements, text } from './parameters.ts'

/** Everything as typed; what is empty or null takes the usual choice (`readMtaSts`). */
export type MtaStsForm = ReturnType<typeof mtaStsForm.read>

export const JOURNEYS = ['start', 'change', 'switch-off'] as const
export const STAGES = ['choose', 'publish', 'verify'] as const

export const mtaStsForm = formOf({
  domain: text('domain'),
  stage: choice('stage', STAGES, 'choose'),
  /** Empty: the one that suits what is published. */
  journey: choice('journey', ['', ...JOURNEYS] as const, ''),
  mode: choice('mode', ['', 'testing', 'enforce', 'none'], ''),
  maxAge: text('max_age'),
  /** Null: from the live MX. */
  mx: list('mx'),
  id: text('id'),
  zone: text('zone'),
  ttl: text('ttl'),
  /** Of the record, and of the place that serves the file; empty for the one that suits what was seen. */
  format: text('format'),
  hosting: text('hosting'),
  fill: replacements('fill'),
  /** When the testing policy, or the one with the mode `none`, went live. */
  since: day('since'),
  /** Seconds: the largest `max_age` that was ever served. */
  longest: text('longest'),
})
