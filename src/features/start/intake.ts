import {
  ENOUGH,
  recogniseFile,
  recogniseText,
  type FileKind,
} from '../../protocols/files/recognise.ts'
import { toHistoryState, type GivenPolicy } from '../../gather/given-policy.ts'

/** One thing that was dropped, chosen or pasted. Nothing is lost: what cannot be read yet is listed and says so. */
export interface Received {
  key: string
  name: string
  kind: FileKind | 'unreadable'
  /** Whole, where the kind can be checked. */
  policy: GivenPolicy | null
}

/** Of a policy file senders read no more than 64 KB (RFC 8461 section 3.3). */
const POLICY_BYTES = 128 * 1024

let count = 0

export function receiveFiles(files: readonly File[]): Promise<Received[]> {
  return Promise.all(files.map(receiveFile))
}

async function receiveFile(file: File): Promise<Received> {
  count += 1
  const about = { key: String(count), name: file.name }
  try {
    const head = new Uint8Array(await file.slice(0, ENOUGH).arrayBuffer())
    const kind = recogniseFile(head)
    if (kind !== 'policy') return { ...about, kind, policy: null }
    const bytes = new Uint8Array(await file.slice(0, POLICY_BYTES).arrayBuffer())
    return { ...about, kind, policy: { name: file.name, bytes } }
  } catch {
    // A folder, or a file that was moved away in between.
    return { ...about, kind: 'unreadable', policy: null }
  }
}

export function receiveText(text: string): Received {
  count += 1
  const kind = recogniseText(text)
  const name = 'pasted text'
  const policy = kind === 'policy' ? { name, bytes: new TextEncoder().encode(text) } : null
  return { key: String(count), name, kind, policy }
}

/** The page that what came in leads to at once: only where there is one thing, and a page for it. */
export function leadsTo(received: readonly Received[]): { path: string; state: object } | null {
  const [only, ...others] = received
  return only === undefined || others.length > 0 ? null : pageOf(only)
}

export function pageOf({ policy }: Received): { path: string; state: object } | null {
  return policy === null ? null : { path: '/check/file', state: toHistoryState(policy) }
}
