import { judge } from '../checks/report.ts'
import { logoFact, logoOf } from '../facts/logo-facts.ts'
import type { Judged } from './judged.ts'

/** One file as a logo. */
export function judgeLogo(name: string, bytes: Uint8Array): Judged {
  const facts = { logo: logoFact(bytes, { name, via: 'file' }) }
  const logo = logoOf(facts.logo.value)
  return {
    report: judge({ kind: 'logo', name }, facts),
    only: ['bimi'],
    logo: { schemaValid: logo.schemaValid, bytes: logo.bytes },
  }
}
