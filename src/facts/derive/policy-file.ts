import type { HttpAnswer } from '../../protocols/http/answer.ts'
import {
  parseStsPolicy,
  type ParsedStsPolicy,
  type StsPolicyProblem,
} from '../../protocols/mta-sts/policy.ts'
import { decodeBase64 } from '../../protocols/text/utf8.ts'

/** What only the end of a file can tell. */
const OF_THE_END: ReadonlySet<StsPolicyProblem> = new Set<StsPolicyProblem>([
  'no-final-newline',
  'trailing-blank-lines',
  'version-missing',
  'mode-missing',
  'max-age-missing',
  'mx-missing',
])

/**
 * The text of a policy file. Of one that was too long to read to its end nothing is said but what was surely seen, and
 * no sender uses it (RFC 8461 section 3.3).
 */
export function readPolicyFile({ body, truncated }: HttpAnswer): ParsedStsPolicy {
  const bytes = decodeBase64(body) ?? new Uint8Array()
  if (!truncated) return parseStsPolicy(bytes)
  const parsed = parseStsPolicy(withoutCutLine(bytes))
  const problems = parsed.problems.filter(({ code }) => !OF_THE_END.has(code))
  return { ...parsed, problems, value: null }
}

/** The last line was cut; where there is no other, perhaps a character at its end. */
function withoutCutLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a)
  return bytes.subarray(0, (end < 0 ? bytes.findLastIndex((byte) => byte < 0x80) : end) + 1)
}
