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
  /** For the logo lab. */
  logo: ReceivedLogo | null
}

export interface ReceivedLogo {
  key: string
  name: string
  via: 'file' | 'pasted'
  size: number
  /** Null: far larger than any logo, and not read. */
  bytes: Uint8Array | null
}

/** Of a policy file senders read no more than 64 KB (RFC 8461 section 3.3). */
const POLICY_BYTES = 128 * 1024
/** A logo may have 32,768 bytes. What is larger than this is no logo, whatever becomes of it. */
export const LOGO_BYTES = 1024 * 1024

let count = 0

/** @param asLogos on the page of the logo lab, whatever has no page of its own is meant as a logo. */
export function receiveFiles(files: readonly File[], asLogos = false): Promise<Received[]> {
  return Promise.all(files.map((file) => receiveFile(file, asLogos)))
}

async function receiveFile(file: File, asLogos: boolean): Promise<Received> {
  count += 1
  const about = { key: String(count), name: file.name, policy: null, logo: null }
  try {
    const head = new Uint8Array(await file.slice(0, ENOUGH).arrayBuffer())
    const kind = await kindOf(head)
    if (kind === 'svg' || (asLogos && kind !== 'policy')) {
      const isRead = file.size <= LOGO_BYTES
      const bytes = isRead ? new Uint8Array(await file.arrayBuffer()) : null
      const { key, name } = about
      return { ...about, kind, logo: { key, name, via: 'file', size: file.size, bytes } }
    }
    if (kind !== 'policy') return { ...about, kind }
    const bytes = new Uint8Array(await file.slice(0, POLICY_BYTES).arrayBuffer())
    return { ...about, kind, policy: { name: file.name, bytes } }
  } catch {
    // A folder, or a file that was moved away in between.
    return { ...about, kind: 'unreadable' }
  }
}

/** An archive of one drawing is a drawing, SVGZ; one of anything else stays an archive. */
async function kindOf(head: Uint8Array): Promise<FileKind> {
  const kind = recogniseFile(head)
  if (kind !== 'gzip') return kind
  return recogniseFile(await inflated(head)) === 'svg' ? 'svg' : kind
}

/** The beginning of what is in it: the first bytes need not be a whole archive. */
async function inflated(head: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(head)])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  const reader = stream.getReader()
  try {
    const { value } = await reader.read()
    return value ?? new Uint8Array()
  } catch {
    return new Uint8Array()
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

export function receiveText(text: string): Received {
  count += 1
  const key = String(count)
  const kind = recogniseText(text)
  const name = 'pasted text'
  const bytes = new TextEncoder().encode(text)
  const policy = kind === 'policy' ? { name, bytes } : null
  return { key, name, kind, policy, logo: kind === 'svg' ? pastedLogo(key, bytes) : null }
}

function pastedLogo(key: string, bytes: Uint8Array): ReceivedLogo {
  const isRead = bytes.length <= LOGO_BYTES
  const name = 'pasted.svg'
  return { key, name, via: 'pasted', size: bytes.length, bytes: isRead ? bytes : null }
}

export const LOGO_PAGE = '/logo'

/** The page that what came in leads to at once: one thing with a page for it, or logos only, which share theirs. */
export function leadsTo(received: readonly Received[]): { path: string; state: object } | null {
  const [first, ...others] = received
  if (first === undefined) return null
  const allLogos = received.every(({ logo }) => logo !== null)
  return others.length === 0 || allLogos ? pageOf(first) : null
}

export function pageOf({ policy, logo }: Received): { path: string; state: object } | null {
  if (logo !== null) return { path: LOGO_PAGE, state: { logo: logo.key } }
  return policy === null ? null : { path: '/check/file', state: toHistoryState(policy) }
}
