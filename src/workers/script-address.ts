/**
 * The address of the worker's code as Trusted Types want it: a policy of ours that lets through one address, which the
 * bundler wrote, and nothing that came from outside.
 */
const [address = ''] = Object.values(
  import.meta.glob<string>('./worker.ts', { query: '?worker&url', import: 'default', eager: true }),
)

interface Policies {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => URL }
}

let known: string | URL | null = null

/** Browsers without Trusted Types take the plain address. */
export function workerAddress(): string | URL {
  known ??= trusted()
  return known
}

function trusted(): string | URL {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes
  if (policies === undefined) return address
  const only = (wanted: string): string => {
    if (wanted !== address) throw new TypeError('Not the address of the worker')
    return wanted
  }
  return policies.createPolicy('signet-worker', { createScriptURL: only }).createScriptURL(address)
}
