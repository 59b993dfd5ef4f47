import type { DnsEntry, HttpEntry, World } from '../../src/gather/sample/world.ts'

/** What is different in another world: entries that are replaced or added; null takes one away. */
export interface Changes {
  dns?: Record<string, DnsEntry | null>
  http?: Record<string, HttpEntry | null>
  files?: Record<string, HttpEntry | null>
}

export function changed(world: World, { dns = {}, http = {}, files = {} }: Changes): World {
  return {
    dns: merged(world.dns, dns),
    http: merged(world.http, http),
    files: merged(world.files ?? {}, files),
  }
}

function merged<T>(
  before: Record<string, T>,
  changes: Record<string, T | null>,
): Record<string, T> {
  const entries = Object.entries({ ...before, ...changes })
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => entry[1] !== null))
}
