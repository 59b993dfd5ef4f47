import { findingsOf, judge } from '../../../checks/report.ts'
import { logoLayerOf, type LogoLayer } from '../../../checks/rules/logo/layers.ts'
import { found, type Source } from '../../../facts/fact.ts'
import { logoFact, logoOf } from '../../../facts/logo-facts.ts'
import type { Logo } from '../../../svg/logo.ts'

export type Told = ReturnType<typeof findingsOf>[number] & { layer: LogoLayer }

export interface JudgedLogo {
  name: string
  logo: Logo
  /** Worst first. */
  findings: Told[]
}

/** The same file is asked about in several places. */
const JUDGED = new WeakMap<Uint8Array, JudgedLogo>()

/** A logo by itself, with the rules about logos. Nothing is known of any domain. */
export function judgeLogo(name: string, content: Uint8Array | string): JudgedLogo {
  if (typeof content === 'string') return judged(name, content)
  const known = JUDGED.get(content) ?? judged(name, content)
  JUDGED.set(content, known)
  return known
}

function judged(name: string, content: Uint8Array | string): JudgedLogo {
  const source: Source = { name, via: 'file' }
  const fact =
    typeof content === 'string' ? found({ text: content }, source) : logoFact(content, source)
  if (fact.state !== 'found') throw new Error('A file that was given has been found')
  const report = judge({ kind: 'logo', name }, { logo: fact })
  const findings = findingsOf(report).flatMap((finding) => {
    const layer = logoLayerOf(finding.id)
    return layer === null ? [] : [{ ...finding, layer }]
  })
  return { name, logo: logoOf(fact.value), findings }
}
