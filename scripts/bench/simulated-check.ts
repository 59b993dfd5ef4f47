/**
 * A whole check of a sample with 50 ms for each DNS answer and 150 ms for each file, against two measures: the longest
 * chain of answers (MX and then addresses; the policy file from the start; the assertion record and then the logo), and
 * that chain or the queue of questions, six at a time, whichever is longer.
 */
import { valueOf } from '../../src/facts/fact.ts'
import type { RawFactSet } from '../../src/facts/fact-set.ts'
import { createSources } from '../../src/gather/create-sources.ts'
import { dnsOverHttps } from '../../src/gather/dns-over-https.ts'
import type { Fetch } from '../../src/gather/doh-request.ts'
import { gatherDomain } from '../../src/gather/gather-domain.ts'
import { proxyFetchers } from '../../src/gather/fetchers.ts'
import { resolverAt } from '../../src/gather/resolver.ts'
import { SAMPLE_WORLD } from '../../src/gather/sample/samples.ts'
import { worldFetch } from '../../src/gather/sample/world-fetch.ts'
import { pause } from '../../src/gather/waiting.ts'
import { readDomainInput } from '../../src/protocols/dns/domain-input.ts'
import { median, type Row } from './table.ts'

const DNS_MS = 50
const FILE_MS = 150
const AT_ONCE = 6
const RUNS = 5
const DOMAINS = [
  'sealed.example',
  'ready.example',
  'cached.example',
  'zimbra.example',
  'brand.example',
]

interface Run {
  ms: number
  questions: number
  facts: RawFactSet
}

export async function runOf(domain: string): Promise<Run> {
  const world = worldFetch(SAMPLE_WORLD)
  let questions = 0
  const fetch: Fetch = async (url, init) => {
    const isQuestion = url.includes('dns=')
    if (isQuestion) questions += 1
    await pause(isQuestion ? DNS_MS : FILE_MS, init.signal ?? undefined)
    return world(url, init)
  }
  const options = { fetch, now: Date.now, isOnline: () => true }
  const sources = createSources(
    dnsOverHttps({ resolvers: [resolverAt('https://dns.example/dns-query')], fetch }),
    proxyFetchers('https://proxy.example', 'the benchmark', options),
  )
  const input = readDomainInput(domain)
  if (!input.ok) throw new Error(domain)
  const began = performance.now()
  const facts = await gatherDomain(input.input, sources)
  return { ms: performance.now() - began, questions, facts }
}

export async function simulatedChecks(): Promise<Row[]> {
  const rows: Row[] = []
  for (const domain of DOMAINS) rows.push(...(await rowsOf(domain)))
  return rows
}

async function rowsOf(domain: string): Promise<Row[]> {
  const runs: Run[] = []
  for (let i = 0; i < RUNS; i += 1) runs.push(await runOf(domain))
  const ms = median(runs.map((run) => run.ms))
  const [{ questions, facts }] = runs as [Run]
  const hosts = valueOf(facts.mxHosts)?.length ?? 0
  const budget = 24 + 4 * hosts
  const critical = criticalMs(questions, facts)
  return [
    {
      what: `${domain}: elapsed`,
      measured: `${ms.toFixed(0)} ms`,
      bar: `1.25 × ${critical} ms`,
      ratio: ms / critical,
      limit: 1.25,
    },
    {
      what: `${domain}: against answers alone`,
      measured: `${ms.toFixed(0)} ms`,
      bar: `1.25 × ${chainMs(facts)} ms`,
      ratio: ms / chainMs(facts),
      limit: 1.25,
    },
    {
      what: `${domain}: DNS questions`,
      measured: `${questions} for ${hosts} mail servers`,
      bar: `${budget}`,
      ratio: questions / budget,
    },
  ]
}

/** The longest chain of answers that wait for each other, as if all questions could be asked at once. */
function chainMs({ indicator }: RawFactSet): number {
  const logo = indicator === undefined ? 0 : DNS_MS + FILE_MS
  return Math.max(2 * DNS_MS, FILE_MS, logo)
}

/** The same, or the queue where that is longer: no more than six questions are under way at a time. */
function criticalMs(questions: number, facts: RawFactSet): number {
  return Math.max(chainMs(facts), Math.ceil(questions / AT_ONCE) * DNS_MS)
}
