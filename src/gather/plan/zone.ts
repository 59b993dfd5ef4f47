/** The zone: who serves it, and is it signed. */
import type { FactPlan } from '../plan.ts'
import { entry } from './ask.ts'

export const ZONE_PLAN: readonly FactPlan[] = [
  entry({
    name: 'soa',
    after: [],
    of: 'resolver',
    asks: ({ domain }) => `\`SOA\` of \`${domain}\``,
    gather: ({ domain }, _, sources, signal) => sources.dns(domain, 'SOA', signal),
  }),
  entry({
    name: 'ns',
    after: [],
    of: 'resolver',
    asks: ({ domain }) => `\`NS\` of \`${domain}\``,
    gather: ({ domain }, _, sources, signal) => sources.dns(domain, 'NS', signal),
  }),
  entry({
    name: 'ds',
    after: ['soa'],
    of: 'resolver',
    asks: ({ domain }) => `\`DS\` of \`${domain}\``,
    // Only at the top of a zone there can be one, and only where validation did not succeed it matters.
    when: ({ soa }) => soa?.state === 'found' && soa.source.dns?.authenticated === false,
    gather: ({ domain }, _, sources, signal) => sources.dns(domain, 'DS', signal),
  }),
]
