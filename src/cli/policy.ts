import { judge } from '../checks/report.ts'
import { derive } from '../facts/derive/derive.ts'
import { found, valueOf } from '../facts/fact.ts'
import type { RawFactSet } from '../facts/fact-set.ts'
import type { MxRecord } from '../protocols/dns/records.ts'
import { encodeBase64 } from '../protocols/text/utf8.ts'
import type { Judged } from './judged.ts'

/** Senders may stop reading here (RFC 8461 section 3.3). */
const LIMIT = 65_536

/** A policy file by itself; with mail servers, also whether it covers them. */
export function judgePolicy(
  name: string,
  bytes: Uint8Array,
  mx: readonly MxRecord[],
  now: number,
): Judged {
  const facts: RawFactSet = {
    now: found(now, { name: 'clock', via: 'derived' }),
    mtaStsPolicyFile: found(
      {
        url: name,
        status: 200,
        mediaType: 'text/plain',
        bytes: bytes.length,
        body: encodeBase64(bytes.subarray(0, LIMIT)),
        truncated: bytes.length > LIMIT,
        elapsedMs: 0,
      },
      { name, via: 'file' },
    ),
    ...(mx.length > 0 ? { mx: found([...mx], { name: '--mx', via: 'typed' }) } : {}),
  }
  const policy = valueOf(derive(facts).mtaStsPolicy)
  return {
    report: judge({ kind: 'policy', name }, facts),
    only: ['mta-sts'],
    usable: (policy?.value ?? null) !== null && bytes.length <= LIMIT,
  }
}

/** A mail server as MX records name it: in any order, all with the same preference. `.` is a null MX. */
export function mxRecordOf(host: string): MxRecord {
  return { preference: host === '.' ? 0 : 10, exchange: host.toLowerCase().replace(/\.$/, '') }
}
