import type { HttpAnswer } from '../src/protocols/http/answer.ts'
import { Failing } from './failure.ts'
import type { HttpsGet, HttpsRequest } from './https-get.ts'

/** A receiver may refuse redirects altogether (BIMI receiver guidance); more than these nobody follows here. */
const MOST_REDIRECTS = 2

const REDIRECTS = [301, 302, 303, 307, 308]

/** May this address be asked, by what it says itself? */
export type MayAsk = (url: URL) => boolean

/**
 * Asks as `get` does, and follows redirects to addresses that may be asked, each looked up and checked like the first.
 * A redirect too many, or one to anywhere else, is the answer. So is one from a host with a bad certificate: nobody
 * who checks it would go on from there.
 */
export async function getFollowing(
  get: HttpsGet,
  request: HttpsRequest,
  mayAsk: MayAsk,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const hops: NonNullable<HttpAnswer['hops']> = []
  let elapsedMs = 0
  for (let { url } = request; ;) {
    const answer = await get({ ...request, url }, signal).catch((error: unknown) => {
      throw hops.length > 0 ? afterRedirect(error, url) : error
    })
    elapsedMs += answer.elapsedMs
    const next = hops.length < MOST_REDIRECTS ? targetOf(answer, mayAsk) : null
    if (next === null) return { ...answer, elapsedMs, hops }
    hops.push({ url: answer.url, status: answer.status, location: answer.location ?? '' })
    url = next
  }
}

function targetOf({ url, status, location, tls }: HttpAnswer, mayAsk: MayAsk): URL | null {
  if (!REDIRECTS.includes(status) || location === undefined || tls?.trusted === false) return null
  if (!URL.canParse(location, url)) return null
  const target = new URL(location, url)
  return mayAsk(target) ? target : null
}

function afterRedirect(error: unknown, { href }: URL): unknown {
  if (!(error instanceof Failing)) return error
  return new Failing(error.reason, `after a redirect to ${href}: ${error.message}`)
}
