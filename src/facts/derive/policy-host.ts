import { readCertificate } from '../../protocols/certificate/certificate.ts'
import type { HttpAnswer, TlsOutcome } from '../../protocols/http/answer.ts'
import { found, seenOf, type Fact } from '../fact.ts'
import type { DerivedFacts, PolicyTls } from '../fact-set.ts'

/**
 * What follows about the policy host from the fetch of its file: the answer as such, whatever the fact says of it, and
 * the handshake where whoever fetched could see it.
 */
export function policyHostFacts(
  file: Fact<HttpAnswer>,
): Pick<DerivedFacts, 'policyAnswer'> & Partial<Pick<DerivedFacts, 'policyTls'>> {
  if (file.state === 'failed') return { policyAnswer: file, policyTls: file }
  const answer = seenOf(file)
  if (answer === null) return { policyAnswer: unseen(file) }
  const policyAnswer = found(answer, file.source)
  if (answer.tls === undefined) return { policyAnswer }
  return { policyAnswer, policyTls: found(readTls(answer.url, answer.tls), file.source) }
}

/** A 404 of which nothing but the status was kept is an answer all the same. */
function unseen(file: Fact<HttpAnswer>): Fact<HttpAnswer> {
  if (file.state !== 'absent' || file.how !== '404') return file
  const { name } = file.source
  return found(
    { url: name, status: 404, bytes: 0, body: '', truncated: false, elapsedMs: 0 },
    file.source,
  )
}

function readTls(url: string, { protocol, trusted, error, chain }: TlsOutcome): PolicyTls {
  const [leaf = null, ...above] = chain.map(readCertificate)
  return {
    host: URL.canParse(url) ? new URL(url).hostname : '',
    protocol,
    trusted,
    error: error ?? null,
    leaf,
    above: above.filter((certificate) => certificate !== null),
  }
}
