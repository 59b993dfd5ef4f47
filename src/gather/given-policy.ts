import { decodeBase64, encodeBase64 } from '../protocols/text/utf8.ts'

/**
 * A policy file that the visitor dropped or pasted, on its way to the check page in the state of the history entry. It
 * stays in this browser, survives a reload, and is not part of any link.
 */
export interface GivenPolicy {
  name: string
  bytes: Uint8Array
}

/** Senders read 64 KB; some more, so that a file that is too long is seen to be. */
const LONGEST = 128 * 1024

export function toHistoryState({ name, bytes }: GivenPolicy): object {
  return { givenPolicy: { name, body: encodeBase64(bytes.subarray(0, LONGEST)) } }
}

/** The policy of a history entry, or null: history is as hostile as any other store. */
export function givenPolicyOf(state: unknown): GivenPolicy | null {
  const given = property(state, 'givenPolicy')
  const name = property(given, 'name')
  const body = property(given, 'body')
  if (typeof name !== 'string' || typeof body !== 'string') return null
  const bytes = decodeBase64(body)
  return bytes === null || bytes.length > LONGEST ? null : { name: name.slice(0, 200), bytes }
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined
}
