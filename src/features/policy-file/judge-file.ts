import { findingsOf, judge } from '../../checks/report.ts'
import { found } from '../../facts/fact.ts'
import type { GivenPolicy } from '../../gather/given-policy.ts'
import { rawTexts } from '../../facts/raw-text.ts'
import { encodeBase64 } from '../../protocols/text/utf8.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'

export interface JudgedFile {
  text: string
  /** Worst first. */
  findings: ReturnType<typeof findingsOf>
}

/** Senders read this much of a policy file (RFC 8461 section 3.3). */
const READ = 64 * 1024

/** A policy file by itself, as if a policy host had answered with it. Nothing is known of any domain. */
export function judgeFile({ name, bytes }: GivenPolicy): JudgedFile {
  const facts: RawFactSet = {
    mtaStsPolicyFile: found(
      {
        url: name,
        status: 200,
        mediaType: 'text/plain',
        bytes: bytes.length,
        body: encodeBase64(bytes.subarray(0, READ)),
        truncated: bytes.length > READ,
        elapsedMs: 0,
      },
      { name, via: 'file' },
    ),
  }
  const report = judge({ kind: 'policy', name }, facts)
  const [raw] = rawTexts(facts, 'mtaStsPolicyFile')
  return { text: raw?.text ?? '', findings: findingsOf(report) }
}
