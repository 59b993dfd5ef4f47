/**
 * Real BIND: one server that holds the zones, one validating resolver with DNS over HTTPS in front of it. The resolver
 * trusts the signed zone's key and nothing else, so its AD bit and its SERVFAIL are earned.
 */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exec, freePort, type Keeper } from './processes.ts'

export interface Zone {
  /** `lab.test` */
  name: string
  /** Records in master-file form, `@` being the zone. */
  records: string
  /** Signed: validated answers. Broken: signed, then changed behind the signature. */
  security: 'unsigned' | 'signed' | 'broken'
}

export interface Bind {
  /** DNS over HTTPS, certificate for localhost; HTTP/2 only, as BIND speaks it. */
  httpsUrl: string
  /** The same without TLS (h2c), for loopback. */
  httpUrl: string
  /** Plain DNS of the resolver, `address:port`. */
  plain: string
}

const NAMED = 'named'
const HEAD = `$TTL 3600
@ IN SOA ns hostmaster 1 7200 3600 1209600 300
@ IN NS ns
ns IN A 127.0.0.1
`

export async function startBind(
  keeper: Keeper,
  zones: Zone[],
  tls: { key: string; cert: string },
): Promise<Bind> {
  const folder = join(keeper.folder, 'bind')
  mkdirSync(folder)
  for (const zone of zones) await writeZone(folder, zone)
  const authority = await startAuthority(keeper, folder, zones)
  return startResolver(keeper, folder, zones, tls, authority)
}

async function writeZone(folder: string, { name, records, security }: Zone): Promise<void> {
  const file = join(folder, `${name}.zone`)
  writeFileSync(file, `${HEAD}${records}\n`)
  if (security === 'unsigned') return
  const keys = ['-K', folder, '-a', 'ECDSAP256SHA256', '-n', 'ZONE']
  await exec('dnssec-keygen', [...keys, name])
  await exec('dnssec-keygen', [...keys, '-f', 'KSK', name])
  await exec('dnssec-signzone', ['-S', '-K', folder, '-o', name, '-f', `${file}.signed`, file], {
    cwd: folder,
  })
  if (security === 'signed') return
  // Changed after the signatures were made: what a zone looks like whose signer stopped running.
  const signed = readFileSync(`${file}.signed`, 'utf8')
  writeFileSync(
    `${file}.signed`,
    signed
      .replaceAll('"v=STSv1; id=signed"', '"v=STSv1; id=changed"')
      .replaceAll(/^(?<record>mta-sts\..*\sA\s+)\S+$/gm, '$<record>127.0.0.1'),
  )
}

/** Its port: named listens only on addresses that an interface has, so it shares 127.0.0.1 with the resolver. */
async function startAuthority(keeper: Keeper, folder: string, zones: Zone[]): Promise<number> {
  const port = await freePort()
  const blocks = zones.map(({ name, security }) => {
    const file = join(folder, security === 'unsigned' ? `${name}.zone` : `${name}.zone.signed`)
    return `zone "${name}" { type primary; file "${file}"; };`
  })
  const delegations = zones.map(
    ({ name }) => `${name}. IN NS ns.${name}.\nns.${name}. IN A 127.0.0.1\n`,
  )
  writeFileSync(join(folder, 'root.zone'), `${HEAD}${delegations.join('')}`)
  await startNamed(keeper, folder, 'authority', [
    `options { directory "${folder}"; pid-file none; session-keyfile none; listen-on port ${port} { 127.0.0.1; };`,
    'listen-on-v6 { none; }; recursion no; dnssec-validation no; };',
    // A root of the lab's own: names outside its zones do not exist, instead of waiting for the Internet.
    'zone "." { type primary; file "root.zone"; };',
    ...blocks,
  ])
  return port
}

async function startResolver(
  keeper: Keeper,
  folder: string,
  zones: Zone[],
  tls: { key: string; cert: string },
  authority: number,
): Promise<Bind> {
  writeFileSync(join(folder, 'doh.key'), tls.key)
  writeFileSync(join(folder, 'doh.pem'), tls.cert)
  chmodSync(join(folder, 'doh.key'), 0o600)
  const [plain, https, http] = [await freePort(), await freePort(), await freePort()]
  const anchors = zones
    .filter(({ security }) => security !== 'unsigned')
    .map(({ name }) => anchor(folder, name))
  await startNamed(keeper, folder, 'resolver', [
    `tls lab { key-file "${folder}/doh.key"; cert-file "${folder}/doh.pem"; };`,
    'http lab { endpoints { "/dns-query"; }; };',
    `options { directory "${folder}"; pid-file none; session-keyfile none; recursion yes; allow-query { any; };`,
    `listen-on port ${plain} { 127.0.0.1; }; listen-on-v6 { none; };`,
    `listen-on port ${https} tls lab http lab { 127.0.0.1; };`,
    `listen-on port ${http} tls none http lab { 127.0.0.1; };`,
    `dnssec-validation yes; empty-zones-enable no; forward only; forwarders { 127.0.0.1 port ${authority}; }; };`,
    `trust-anchors { ${anchors.join(' ')} };`,
  ])
  return {
    httpsUrl: `https://localhost:${https}/dns-query`,
    httpUrl: `http://127.0.0.1:${http}/dns-query`,
    plain: `127.0.0.1:${plain}`,
  }
}

/** The zone's key-signing key as a trust anchor. */
function anchor(folder: string, name: string): string {
  const keys = readdirSync(folder).filter(
    (file) => file.startsWith(`K${name}.+`) && file.endsWith('.key'),
  )
  for (const file of keys) {
    const match = /DNSKEY (257) (\d+) (\d+) (.+)$/m.exec(readFileSync(join(folder, file), 'utf8'))
    if (match !== null)
      return `"${name}" static-key ${match[1]} ${match[2]} ${match[3]} "${match[4]?.replaceAll(' ', '')}";`
  }
  throw new Error(`no key-signing key for ${name}`)
}

export async function startNamed(
  keeper: Keeper,
  folder: string,
  name: string,
  config: string[],
): Promise<void> {
  const file = join(folder, `${name}.conf`)
  writeFileSync(file, `${config.join('\n')}\ncontrols { };\n`)
  await keeper.start(NAMED, ['-g', '-c', file, '-n', '1'], /all zones loaded[\s\S]*running/)
}
