/**
 * The four keys of a policy (RFC 8461 section 3.2; all `%s`, case-sensitive), and the ways in which people miss them.
 */
export const POLICY_KEYS = ['version', 'mode', 'mx', 'max_age'] as const
export type PolicyKey = (typeof POLICY_KEYS)[number]

export interface KeyReading {
  key: PolicyKey
  /**
   * exact: the key; case: the key in another case; typo: a name that people write for it; near: one letter off, which
   * only counts when the key itself is missing.
   */
  how: 'exact' | 'case' | 'typo' | 'near'
}

/** Names without case and punctuation that people write for a key. */
const WRITTEN_FOR: Record<string, PolicyKey> = {
  version: 'version',
  versions: 'version',
  ver: 'version',
  vers: 'version',
  mode: 'mode',
  modes: 'mode',
  policy: 'mode',
  policymode: 'mode',
  mx: 'mx',
  mxs: 'mx',
  mxes: 'mx',
  mxhost: 'mx',
  mxhosts: 'mx',
  mxrecord: 'mx',
  mxrecords: 'mx',
  mxserver: 'mx',
  mxservers: 'mx',
  maxage: 'max_age',
  maxages: 'max_age',
  maxag: 'max_age',
}

/** Longer names are not misspelt keys. */
const LONGEST = 32

/** Which key a field name is, or was meant to be. */
export function readKey(name: string, value: string): KeyReading | null {
  const exact = POLICY_KEYS.find((key) => key === name)
  if (exact !== undefined) return { key: exact, how: 'exact' }
  if (name.length > LONGEST) return null
  const lower = name.toLowerCase()
  const sameLetters = POLICY_KEYS.find((key) => key === lower)
  if (sameLetters !== undefined) return { key: sameLetters, how: 'case' }
  const letters = lower.replace(/[^a-z0-9]/g, '')
  const listed = Object.hasOwn(WRITTEN_FOR, letters) ? WRITTEN_FOR[letters] : undefined
  if (listed !== undefined) return { key: listed, how: 'typo' }
  if (/^mx\d{1,2}$/.test(letters)) return { key: 'mx', how: 'typo' }
  const near = (['version', 'mode', 'max_age'] as const).find(
    (key) => isOneOff(letters, key.replace('_', '')) && FITS[key].test(value),
  )
  return near === undefined ? null : { key: near, how: 'near' }
}

/** What the value of a misspelt key looks like; without it a name one letter off is a name of its own. */
const FITS = { version: /^sts/i, mode: /^(?:enforce|testing|none)/i, max_age: /^\d/ }

/** Which key a line that is no `name: value` was meant to hold: its first word tells. */
export function keyOfBrokenLine(line: string): PolicyKey | null {
  const word = /^[^A-Za-z]*([A-Za-z][A-Za-z0-9_.-]*)/.exec(line)?.[1] ?? ''
  // `v=STSv1` comes from the record in the DNS.
  if (word.toLowerCase() === 'v') return 'version'
  return readKey(word, '')?.key ?? null
}

/** One letter added, lost, changed, or two neighbours swapped. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const restA = a.slice(from)
  const restB = b.slice(from)
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
