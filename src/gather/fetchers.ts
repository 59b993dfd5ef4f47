import { policyUrl } from '../facts/build.ts'
import { failed, type Fact, type Source } from '../facts/fact.ts'
import { recordName } from '../protocols/bimi/selector.ts'
import type { HttpAnswer, HttpOutcome } from '../protocols/http/answer.ts'
import type { ProxyRoute } from '../protocols/http/capabilities.ts'
import { byPage, throughProxy, type FetchOptions, type RemoteFile } from './fetch-file.ts'
import { fileFact, policyFact } from './policy-fact.ts'
import type { Fetchers, NamedFile } from './sources.ts'

/** RFC 8461 section 3.3: senders may stop here. */
const POLICY_BYTES = 65_536
/** Providers take 32 KB of a logo. */
const BIMI_BYTES = 524_288

/** Everything through one proxy. */
export function proxyFetchers(proxy: string, fetcher: string, options: FetchOptions): Fetchers {
  return fetchersBy(fetcher, (file, signal) => throughProxy(proxy, file, options, signal))
}

/** As a page does it: through its site's proxy where that has the route, else by itself. */
export function pageFetchers(
  proxyFor: (route: ProxyRoute) => string | null,
  options: FetchOptions,
): Fetchers {
  const fetcher = proxyFor('/api/policy') === null ? 'this browser' : 'this site’s proxy'
  return fetchersBy(fetcher, (file, signal) => byPage(proxyFor(file.route), file, options, signal))
}

function fetchersBy(
  fetcher: string,
  fetchFile: (file: RemoteFile, signal?: AbortSignal) => Promise<Fact<HttpAnswer>>,
): Fetchers {
  return {
    fetcher,
    policyFile: (domain, signal) => fetchFile(policyFile(domain), signal),
    indicator: (file, signal) => fetchFile(bimiFile('/api/indicator', file), signal),
    evidence: (file, signal) => fetchFile(bimiFile('/api/evidence', file), signal),
  }
}

export function policyFile(domain: string): RemoteFile {
  return {
    url: policyUrl(domain),
    route: '/api/policy',
    query: `domain=${encodeURIComponent(domain)}`,
    maxBytes: POLICY_BYTES,
    toFact: policyFact,
  }
}

export function bimiFile(route: '/api/indicator' | '/api/evidence', file: NamedFile): RemoteFile {
  const { url, domain, selector } = file
  return {
    url,
    route,
    query: `domain=${encodeURIComponent(domain)}&selector=${encodeURIComponent(selector)}`,
    maxBytes: BIMI_BYTES,
    toFact: (outcome, source) => bimiFact(outcome, file, source),
  }
}

/**
 * Whoever fetches reads the record for itself. If it saw none, or another, the file is still not known: that is said,
 * and nothing follows for the domain.
 */
export function bimiFact(
  outcome: HttpOutcome,
  { domain, selector, text }: NamedFile,
  source: Source,
): Fact<HttpAnswer> {
  if (!('failed' in outcome)) return fileFact(outcome, source)
  const { reason, detail } = outcome.failed
  if (reason !== 'no-record' && reason !== 'no-location') return fileFact(outcome, source)
  const name = recordName(selector, domain)
  const seen = outcome.record === undefined ? detail : `the record there is ${outcome.record.text}`
  return failed('proxy', `This check saw ${text} at ${name}; for the proxy ${seen}.`, source)
}
