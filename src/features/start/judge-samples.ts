import { judge, verdictOf, type Verdict } from '../../checks/report.ts'
import { gatherDomain } from '../../gather/gather-domain.ts'
import type { Sample } from '../../gather/sample/domains/sample.ts'
import { sampleSources } from '../../gather/sample/sample-sources.ts'
import { SAMPLES } from '../../gather/sample/samples.ts'
import { readDomainInput } from '../../protocols/dns/domain-input.ts'

export interface JudgedSample {
  sample: Sample
  mtaSts: Verdict
  tlsRpt: Verdict
  bimi: Verdict
}

let judged: Promise<JudgedSample[]> | null = null

/** The samples, asked and judged as any domain is; once a page, since they never change. */
export function judgeSamples(): Promise<JudgedSample[]> {
  judged ??= Promise.all(SAMPLES.map(judgeSample))
  return judged
}

async function judgeSample(sample: Sample): Promise<JudgedSample> {
  const { domain, selector = null } = sample
  const read = readDomainInput(domain)
  if (!read.ok) throw new Error(`${domain} is a domain`)
  const facts = await gatherDomain({ ...read.input, selector }, sampleSources())
  const report = judge({ kind: 'domain', name: domain }, facts)
  return {
    sample,
    mtaSts: verdictOf(report, 'mta-sts'),
    tlsRpt: verdictOf(report, 'tls-rpt'),
    bimi: verdictOf(report, 'bimi'),
  }
}
