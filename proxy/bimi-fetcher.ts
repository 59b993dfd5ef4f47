import type { HttpOutcome, SeenRecord } from '../src/protocols/http/answer.ts'
import { bimiUriFlaw } from '../src/protocols/bimi/uri.ts'
import { discover } from './assertion-record.ts'
import { MAX_BIMI_BYTES, MAX_MS } from './door.ts'
import { described, Failing } from './failure.ts'
import { getFollowing, type MayAsk } from './follow.ts'
import type { HttpsGet } from './https-get.ts'
import type { TxtLookup } from './lookup.ts'

/**
 * Finds the assertion record of a domain, fetches what it names and describes what came, together with the record that
 * was seen. What went wrong is an answer too, so it never throws.
 */
export type BimiFetcher = (
  domain: string,
  selector: string,
  signal?: AbortSignal,
) => Promise<HttpOutcome>

export interface BimiFetcherOptions {
  txt: TxtLookup
  get: HttpsGet
  /** Ports other than 443 too. A proxy that serves anybody would otherwise try the ports of any host for anybody. */
  anyPort?: boolean
  limitMs?: number
}

/** What is fetched: the tag that names it, and how it is asked for. */
const KINDS = {
  indicator: { tag: 'l', of: 'location', accept: 'image/svg+xml, */*;q=0.1' },
  evidence: {
    tag: 'a',
    of: 'evidence',
    accept: 'application/pem-certificate-chain, application/x-pem-file, */*;q=0.1',
  },
} as const

export function bimiFetcher(
  kind: keyof typeof KINDS,
  { txt, get, anyPort = false, limitMs = MAX_MS }: BimiFetcherOptions,
): BimiFetcher {
  const { tag, of, accept } = KINDS[kind]
  const mayAsk: MayAsk = (url) => isFullAddress(url) && (anyPort || url.port === '')
  return async (domain, selector, caller) => {
    let seen: SeenRecord | null = null
    const outcome = await described(limitMs, caller, async (signal) => {
      const discovery = await discover(domain, selector, txt, signal)
      seen = discovery.seen
      const url = urlIn(discovery, of, tag)
      if (!mayAsk(url)) throw new Failing('port', `only port 443 is asked, not that of ${url.href}`)
      return getFollowing(get, { url, accept, maxBytes: MAX_BIMI_BYTES }, mayAsk, signal)
    })
    return seen === null ? outcome : { ...outcome, record: seen }
  }
}

function urlIn(
  { seen, record }: Awaited<ReturnType<typeof discover>>,
  of: 'location' | 'evidence',
  tag: string,
): URL {
  if (seen === null) throw new Failing('no-record', 'no assertion record was found')
  if (record === null)
    throw new Failing('no-record', `receivers do not use the record at ${seen.name}`)
  if (record[of] === '') throw new Failing('no-location', `the record names nothing in ${tag}=`)
  const address = record[of]
  if (!URL.canParse(address) || !isFullAddress(new URL(address)))
    throw new Failing('no-location', `${address} is no address of a host by its name`)
  return new URL(address)
}

/** The same demands as on the record's own addresses: https, a host with a full name, no user. */
function isFullAddress(url: URL): boolean {
  return url.username === '' && url.password === '' && bimiUriFlaw(plain(url)) === null
}

/** Scheme, host and port: only these are judged, a path may hold what it likes. */
function plain({ protocol, host }: URL): string {
  return `${protocol}//${host}/`
}
