/** The built-in samples as sources: the same questions, the same wire format, the same readers as on the network. */
import type { Fact } from '../../facts/fact.ts'
import { createSources } from '../create-sources.ts'
import { dnsOverHttps } from '../dns-over-https.ts'
import { proxyFetchers } from '../fetchers.ts'
import type { Sources } from '../sources.ts'
import { SAMPLE_WORLD } from './samples.ts'
import type { World } from './world.ts'
import { worldFetch } from './world-fetch.ts'

const PLACE = 'https://samples.example'
export const SAMPLES_NAME = 'the built-in samples'

/** @param now the clock, milliseconds since 1970 */
export function sampleSources(world: World = SAMPLE_WORLD, now: () => number = Date.now): Sources {
  const fetch = worldFetch(world)
  const resolvers = [{ name: SAMPLES_NAME, url: `${PLACE}/dns-query` }]
  const { dns } = dnsOverHttps({ resolvers, fetch, now })
  const options = { fetch, now, isOnline: () => true }
  const { policyFile, indicator, evidence } = proxyFetchers(PLACE, SAMPLES_NAME, options)
  return createSources(
    {
      resolver: SAMPLES_NAME,
      dns: async (name, type, signal) => marked(await dns(name, type, signal)),
    },
    {
      fetcher: SAMPLES_NAME,
      policyFile: async (domain, signal) => marked(await policyFile(domain, signal)),
      indicator: async (file, signal) => marked(await indicator(file, signal)),
      evidence: async (file, signal) => marked(await evidence(file, signal)),
    },
    now,
  )
}

function marked<T>(fact: Fact<T>): Fact<T> {
  return { ...fact, source: { ...fact.source, via: 'sample' } }
}
