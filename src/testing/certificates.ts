/** Certificates for tests: an authority of our own, and the good and bad ones that real hosts present. */
import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY = 86_400_000

/** PEM; `cert` holds the chain that a host sends, leaf first. */
export interface Pair {
  key: string
  cert: string
}

export interface Dates {
  from: Date
  to: Date
}

export interface Authority {
  /** The root, PEM. */
  root: string
  /** Valid around now unless told otherwise. */
  issue(names: string[], dates?: Dates): Promise<Pair>
  /** Signed by an intermediate, which the host sends along. */
  issueByIntermediate(names: string[]): Promise<Pair>
  /** Signed by the intermediate, which the host forgets to send. */
  issueWithoutIntermediate(names: string[]): Promise<Pair>
  selfSigned(names: string[]): Promise<Pair>
}

interface Signer {
  certificate: X509Certificate
  keys: CryptoKeyPair
}

export async function makeAuthority(): Promise<Authority> {
  const root = await sign('CN=Signet test root', [], null, around())
  const middle = await sign('CN=Signet test intermediate', [], root, around())
  const leaf = (names: string[], by: Signer | null, dates = around()) =>
    sign(`CN=${names[0] ?? 'nobody'}`, names, by, dates)
  return {
    root: root.certificate.toString('pem'),
    issue: async (names, dates) => pair([await leaf(names, root, dates)]),
    issueByIntermediate: async (names) => pair([await leaf(names, middle), middle]),
    issueWithoutIntermediate: async (names) => pair([await leaf(names, middle)]),
    selfSigned: async (names) => pair([await leaf(names, null)]),
  }
}

function around(): Dates {
  return { from: new Date(Date.now() - DAY), to: new Date(Date.now() + 90 * DAY) }
}

/** Without names it is an authority's certificate; without a signer it signs itself. */
async function sign(
  subject: string,
  names: string[],
  by: Signer | null,
  { from, to }: Dates,
): Promise<Signer> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.create({
    subject,
    issuer: by?.certificate.subject ?? subject,
    notBefore: from,
    notAfter: to,
    publicKey: keys.publicKey,
    signingKey: (by ?? { keys }).keys.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions:
      names.length > 0
        ? [
            new SubjectAlternativeNameExtension(
              names.map((value) => ({ type: 'dns' as const, value })),
            ),
          ]
        : [
            new BasicConstraintsExtension(true, undefined, true),
            new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
          ],
  })
  return { certificate, keys }
}

async function pair(sent: [Signer, ...Signer[]]): Promise<Pair> {
  const key = await crypto.subtle.exportKey('pkcs8', sent[0].keys.privateKey)
  const cert = sent.map(({ certificate }) => certificate.toString('pem')).join('\n')
  return { key: PemConverter.encode(key, 'PRIVATE KEY'), cert }
}
