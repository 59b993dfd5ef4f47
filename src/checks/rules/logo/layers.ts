import { messageOf, type Demand, type Rule } from '../../rule.ts'
import { LOGO_RULES } from './list.ts'
import { SCHEMA_SPEC } from './logo-finding.ts'

/** Who asks: the published schema, the draft around it, or a mailbox provider and experience. */
export type LogoLayer = 'schema' | 'draft' | 'provider'

/** The layer of a finding id; null for one that is of no rule about logos. */
export function logoLayerOf(id: string): LogoLayer | null {
  for (const rule of LOGO_RULES) {
    const message = messageOf(rule, id)
    if (message !== undefined) return layerFrom(rule, message.demand ?? rule.demand)
  }
  return null
}

function layerFrom(rule: Rule, demand: Demand = 'specification'): LogoLayer {
  if (demand !== 'specification') return 'provider'
  const documents = [...SCHEMA_SPEC.map(({ document }) => document), 'XML 1.0']
  return rule.spec.some(({ document }) => documents.includes(document)) ? 'schema' : 'draft'
}
