/** How long all rules take over the facts of one domain. */
import { judge } from '../../src/checks/report.ts'
import { gatherDomain } from '../../src/gather/gather-domain.ts'
import { sampleSources } from '../../src/gather/sample/sample-sources.ts'
import { readDomainInput } from '../../src/protocols/dns/domain-input.ts'
import { median, type Row } from './table.ts'

const RUNS = 200
const DOMAINS = ['sealed.example', 'moved.example']

export async function judging(): Promise<Row[]> {
  return Promise.all(DOMAINS.map(rowOf))
}

async function rowOf(domain: string): Promise<Row> {
  const input = readDomainInput(domain)
  if (!input.ok) throw new Error(domain)
  const facts = await gatherDomain(input.input, sampleSources())
  const subject = { kind: 'domain', name: domain } as const
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now()
    judge(subject, facts)
    return performance.now() - began
  })
  const rules = judge(subject, facts).outcomes.length
  return { what: `${domain}: ${rules} rules`, measured: `${median(times).toFixed(2)} ms` }
}
