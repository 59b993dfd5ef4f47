import type { Capabilities, ProxyRoute } from '../protocols/http/capabilities.ts'

const PATIENCE = 5000

let asked: Promise<Capabilities | null> | null = null

/** What the proxy of this site can do; null when the site has none, as on a static host. Asked once a page. */
export function siteCapabilities(): Promise<Capabilities | null> {
  asked ??= ask()
  return asked
}

async function ask(): Promise<Capabilities | null> {
  try {
    const answer = await fetch('/api/capabilities', { signal: AbortSignal.timeout(PATIENCE) })
    // A static host may answer every path with its start page.
    if (!answer.ok || !isJson(answer.headers.get('content-type'))) return null
    const body: unknown = await answer.json()
    return isCapabilities(body) ? body : null
  } catch {
    return null
  }
}

function isJson(mediaType: string | null): boolean {
  return /^application\/json\b/i.test(mediaType ?? '')
}

function isCapabilities(body: unknown): body is Capabilities {
  if (typeof body !== 'object' || body === null) return false
  const { routes, tls } = body as Record<string, unknown>
  return (
    Array.isArray(routes) &&
    routes.every((route) => typeof route === 'string') &&
    typeof tls === 'boolean'
  )
}

export function offers(site: Capabilities | null, route: ProxyRoute): boolean {
  return site?.routes.includes(route) === true
}
