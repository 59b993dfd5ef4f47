import { addressesOfHost, hasAddress, hasNoAddress } from '../../../facts/host.ts'
import type { ReportTarget } from '../../../facts/fact-set.ts'
import { isNullMx, mailHosts } from '../../../protocols/mx/mx.ts'
import type { StatusKind } from '../../../ui/status-shapes.tsx'

export interface TargetState {
  kind: StatusKind
  /** A sentence, in our small mark-up. */
  words: string
}

/** Can reports arrive there, as far as the DNS tells? */
export function targetState({ kind, host, mx, addresses }: ReportTarget): TargetState {
  if (kind === 'https') return hostState(host, addresses)
  if (mx?.state === 'found')
    return isNullMx(mx.value)
      ? { kind: 'error', words: `\`${host}\` takes no mail, and says so with a null MX.` }
      : { kind: 'pass', words: `\`${host}\` takes mail at \`${mailHosts(mx.value)[0] ?? ''}\`.` }
  if (mx?.state === 'failed') return unknown(host)
  return hostState(host, addresses)
}

function hostState(host: string, addresses: ReportTarget['addresses']): TargetState {
  if (addresses === undefined) return unknown(host)
  if (hasAddress(addresses))
    return { kind: 'pass', words: `\`${host}\` is at \`${addressesOfHost(addresses)[0] ?? ''}\`.` }
  if (hasNoAddress(addresses))
    return { kind: 'error', words: `\`${host}\` is not in the DNS, so no report arrives there.` }
  return unknown(host)
}

function unknown(host: string): TargetState {
  return { kind: 'unknown', words: `\`${host}\` could not be looked up.` }
}
