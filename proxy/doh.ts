import type { AskDns } from './ask-dns.ts'
import { Failing, messageOf } from './failure.ts'
import { readBody } from './read-body.ts'

const DNS_MESSAGE = 'application/dns-message'
const MAX_ANSWER = 65_535

/** DNS over HTTPS (RFC 8484 section 4.1) with whatever `fetch` the runtime has. */
export function dohDns(url: string, fetch: typeof globalThis.fetch): AskDns {
  return async (query, signal) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': DNS_MESSAGE, Accept: DNS_MESSAGE },
        body: new Uint8Array(query),
        redirect: 'manual',
        signal,
      })
      // Anything but 2xx is no DNS answer, whatever the body says (section 4.2.1).
      if (!response.ok) throw new Failing('resolver', `${hostOf(url)} answered ${response.status}`)
      const { bytes } = await readBody(response.body, MAX_ANSWER)
      return bytes
    } catch (error) {
      if (error instanceof Failing || signal.aborted) throw error
      throw new Failing('resolver', `${hostOf(url)}: ${messageOf(error)}`)
    }
  }
}

function hostOf(url: string): string {
  return new URL(url).host
}
