import type { Rule } from '../../rule.ts'
import { fetchAnswer } from './fetch-answer.ts'
import { fetchCertificate } from './fetch-certificate.ts'
import { fetchConnection } from './fetch-connection.ts'
import { fetchCors } from './fetch-cors.ts'
import { fetchHeaders } from './fetch-headers.ts'
import { fetchLimits } from './fetch-limits.ts'
import { hostAlias } from './host-alias.ts'
import { hostOrphan } from './host-orphan.ts'
import { hostPresent } from './host-present.ts'
import { hostReachable } from './host-addresses.ts'

/** The policy host, and the fetch of the file from it. */
export const HOST_RULES: readonly Rule[] = [
  hostPresent,
  hostAlias,
  hostReachable,
  hostOrphan,
  fetchConnection,
  fetchCertificate,
  fetchAnswer,
  fetchHeaders,
  fetchLimits,
  fetchCors,
]
