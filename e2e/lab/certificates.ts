/** A certification authority of the lab's own, and the good and bad certificates that real hosts get wrong. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exec } from './processes.ts'

export interface Pair {
  key: string
  cert: string
}

export interface Authority {
  /** Path of the root certificate, for `--ca`. */
  rootFile: string
  /** A certificate for these names, valid around now unless told otherwise. */
  issue(names: string[], dates?: { from: string; to: string }): Promise<Pair>
  /** Signed by an intermediate that the host does not send along. */
  issueWithoutIntermediate(names: string[]): Promise<Pair>
  selfSigned(names: string[]): Promise<Pair>
}

export async function makeAuthority(folder: string): Promise<Authority> {
  const root = await makeOldRoot(folder)
  const intermediate = await makeIntermediate(folder, root)
  let count = 0
  const leaf = async (
    signer: Signer,
    names: string[],
    dates?: { from: string; to: string },
  ): Promise<Pair> => {
    const base = join(folder, `leaf-${count++}`)
    writeFileSync(`${base}.ext`, extensions(names))
    await newKeyAndRequest(base, names[0] ?? 'nobody')
    await exec('openssl', [
      ...[
        'x509',
        '-req',
        '-in',
        `${base}.csr`,
        '-CA',
        `${signer.base}.pem`,
        '-CAkey',
        `${signer.base}.key`,
      ],
      ...['-CAcreateserial', '-extfile', `${base}.ext`, '-out', `${base}.pem`],
      ...(dates === undefined ? ['-days', '90'] : []),
    ])
    if (dates !== undefined)
      await signBetween(['-cert', `${signer.base}.pem`], signer.base, base, dates)
    return { key: readFileSync(`${base}.key`, 'utf8'), cert: readFileSync(`${base}.pem`, 'utf8') }
  }
  return {
    rootFile: `${root.base}.pem`,
    issue: (names, dates) => leaf(root, names, dates),
    issueWithoutIntermediate: (names) => leaf(intermediate, names),
    selfSigned: async (names) => {
      const alone = await makeRoot(folder, `self-${count++}`, names)
      return {
        key: readFileSync(`${alone.base}.key`, 'utf8'),
        cert: readFileSync(`${alone.base}.pem`, 'utf8'),
      }
    },
  }
}

interface Signer {
  base: string
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

async function makeRoot(folder: string, name: string, names: string[] = []): Promise<Signer> {
  const base = join(folder, name)
  const san =
    names.length > 0 ? ['-addext', `subjectAltName=${names.map((n) => `DNS:${n}`).join(',')}`] : []
  await exec('openssl', [
    ...['req', '-x509', ...KEY, '-keyout', `${base}.key`, '-out', `${base}.pem`, '-days', '365'],
    ...['-subj', `/CN=Signet lab ${name}`, ...san],
  ])
  return { base }
}

/** Old enough, and for long enough, that a check with another clock finds the authority in its time. */
async function makeOldRoot(folder: string): Promise<Signer> {
  const base = join(folder, 'root')
  writeFileSync(
    `${base}.ext`,
    'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n',
  )
  await newKeyAndRequest(base, 'Signet lab root')
  await signBetween(['-selfsign'], base, base, { from: '20150101000000Z', to: '20490101000000Z' })
  return { base }
}

async function makeIntermediate(folder: string, root: Signer): Promise<Signer> {
  const base = join(folder, 'intermediate')
  writeFileSync(`${base}.ext`, 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n')
  await newKeyAndRequest(base, 'Signet lab intermediate')
  await exec('openssl', [
    ...[
      'x509',
      '-req',
      '-in',
      `${base}.csr`,
      '-CA',
      `${root.base}.pem`,
      '-CAkey',
      `${root.base}.key`,
    ],
    ...['-CAcreateserial', '-extfile', `${base}.ext`, '-days', '365', '-out', `${base}.pem`],
  ])
  return { base }
}

async function newKeyAndRequest(base: string, name: string): Promise<void> {
  await exec('openssl', [
    'req',
    ...KEY,
    '-keyout',
    `${base}.key`,
    '-out',
    `${base}.csr`,
    '-subj',
    `/CN=${name}`,
  ])
}

function extensions(names: string[]): string {
  const san = names.map((name) => `DNS:${name}`).join(',')
  return `basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName=${san}\n`
}

/** `openssl x509` cannot choose dates; `openssl ca` can, and wants a folder of files for it. */
async function signBetween(
  signer: string[],
  signerBase: string,
  base: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  writeFileSync(`${base}.index`, '')
  writeFileSync(`${base}.serial`, '1000\n')
  writeFileSync(
    `${base}.cnf`,
    [
      '[ca]', 'default_ca=one', '[one]', `database=${base}.index`, `serial=${base}.serial`,
      `new_certs_dir=${base.slice(0, base.lastIndexOf('/'))}`, 'default_md=sha256', 'policy=any', 'copy_extensions=none',
      '[any]', 'commonName=supplied',
    ].join('\n'),
  ) // prettier-ignore
  await exec('openssl', [
    ...['ca', '-batch', '-config', `${base}.cnf`, ...signer, '-keyfile', `${signerBase}.key`],
    ...['-in', `${base}.csr`, '-extfile', `${base}.ext`, '-startdate', from, '-enddate', to],
    ...['-notext', '-out', `${base}.pem`],
  ])
}
