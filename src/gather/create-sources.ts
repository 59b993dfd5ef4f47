import type { DnsAsker, Fetchers, Sources } from './sources.ts'

/** The sources of one run: whoever answers DNS, whoever fetches, the clock and chance of this machine. */
export function createSources(
  dns: DnsAsker,
  fetchers: Fetchers,
  now: () => number = Date.now,
): Sources {
  return { ...dns, ...fetchers, now, randomLabel }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

/** Sixteen letters and digits, so that nobody can have published anything there; told apart in logs by its beginning. */
export function randomLabel(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `signet-${Array.from(bytes, (byte) => LETTERS.charAt(byte % 32)).join('')}`
}
