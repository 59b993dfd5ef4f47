import { judge } from '../checks/report.ts'
import { derive } from '../facts/derive/derive.ts'
import { valueOf } from '../facts/fact.ts'
import { logoFact } from '../facts/logo-facts.ts'
import type { Judged } from './judged.ts'

/** One file as a logo. */
export function judgeLogo(name: string, bytes: Uint8Array): Judged {
  const facts = { logo: logoFact(bytes, { name, via: 'file' }) }
  const logo = valueOf(derive(facts).logoDocument)
  return {
    report: judge({ kind: 'logo', name }, facts),
    only: ['bimi'],
    logo: { schemaValid: logo?.schemaValid === true, bytes: logo?.bytes ?? bytes.length },
  }
}
