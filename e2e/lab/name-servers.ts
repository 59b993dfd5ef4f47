/** Name servers of several makes, each with one zone, for records that Signet has written. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { Resolver } from 'node:dns/promises'
import { join } from 'node:path'
import type { ZoneRecord } from '../../src/publish/record.ts'
import { startNamed } from './bind.ts'
import { exec, freePort, type Keeper } from './processes.ts'

export const PUBLISHED = 'published.test'

const HEAD = `$ORIGIN ${PUBLISHED}.
$TTL 3600
@ IN SOA ns hostmaster 1 7200 3600 1209600 300
@ IN NS ns
ns IN A 127.0.0.1
web IN A 192.0.2.1
`

/** Where a server answers. */
export interface Server {
  address: string
  port: number
}

const at = (port: number): Server => ({ address: '127.0.0.1', port })

/** BIND with the zone, its lines after the head as given; changed by anyone on this machine. */
export async function startPublished(keeper: Keeper, name: string, lines: string): Promise<Server> {
  const folder = join(keeper.folder, name)
  mkdirSync(folder)
  const file = join(folder, 'zone')
  writeFileSync(file, `${HEAD}${lines}`)
  await exec('named-checkzone', ['-i', 'none', PUBLISHED, file])
  const port = await freePort()
  await startNamed(keeper, folder, name, [
    `options { directory "${folder}"; pid-file none; session-keyfile none; recursion no;`,
    `listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; dnssec-validation no; };`,
    `zone "${PUBLISHED}" { type primary; file "zone"; allow-update { 127.0.0.1; }; };`,
  ])
  return at(port)
}

/** dnsmasq with this configuration, and a target for aliases. */
export async function startDnsmasq(keeper: Keeper, configuration: string): Promise<Server> {
  const file = join(keeper.folder, 'dnsmasq.conf')
  const port = await freePort()
  writeFileSync(file, `${configuration}host-record=web.${PUBLISHED},192.0.2.1\n`)
  await keeper.start(
    'dnsmasq',
    [
      ...['--keep-in-foreground', `--conf-file=${file}`, `--port=${port}`, '--user=root'],
      ...['--listen-address=127.0.0.1', '--bind-interfaces', '--no-resolv', '--no-hosts'],
      ...['--log-facility=-', '--pid-file='],
    ],
    /started, version/,
  )
  return at(port)
}

/** tinydns with these lines of `data`; it knows no port but 53, so it has an address of its own. */
export async function startTinydns(keeper: Keeper, lines: string): Promise<Server> {
  const folder = join(keeper.folder, 'tinydns')
  mkdirSync(folder)
  const address = '127.0.53.1'
  writeFileSync(join(folder, 'data'), `.${PUBLISHED}:${address}:ns.${PUBLISHED}\n${lines}`)
  await exec('tinydns-data', [], { cwd: folder })
  // It gives its rights away, and reads the data after that.
  chmodSync(keeper.folder, 0o755)
  const environment = [`ROOT=${folder}`, `IP=${address}`, 'UID=65534', 'GID=65534']
  await keeper.start('env', [...environment, 'tinydns'], /starting tinydns/)
  return { address, port: 53 }
}

export interface PowerDns {
  dns: Server
  /** `http://127.0.0.1:…` */
  api: string
  key: string
  /** What `pdnsutil` needs to find this server's zones. */
  configDir: string
}

/** PowerDNS with an empty zone, to be filled by its own command or its API. */
export async function startPowerDns(keeper: Keeper): Promise<PowerDns> {
  const configDir = join(keeper.folder, 'pdns')
  mkdirSync(configDir)
  const [dns, web] = [await freePort(), await freePort()]
  const settings = {
    launch: 'lmdb',
    'lmdb-filename': join(configDir, 'zones.lmdb'),
    'local-address': '127.0.0.1',
    'local-port': dns,
    'socket-dir': configDir,
    webserver: 'yes',
    'webserver-address': '127.0.0.1',
    'webserver-port': web,
    api: 'yes',
    'api-key': 'lab',
    'cache-ttl': 0,
    'query-cache-ttl': 0,
    'negquery-cache-ttl': 0,
    'zone-cache-refresh-interval': 0,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(join(configDir, 'pdns.conf'), lines.join(''))
  await exec('pdnsutil', [`--config-dir=${configDir}`, 'create-zone', PUBLISHED, `ns.${PUBLISHED}`])
  await keeper.start(
    'pdns_server',
    [`--config-dir=${configDir}`, '--daemon=no', '--guardian=no', '--disable-syslog'],
    /Done launching threads/,
  )
  return { dns: at(dns), api: `http://127.0.0.1:${web}`, key: 'lab', configDir }
}

/** All TXT records of the name, the strings of each joined. */
export async function textsAt(server: Server, name: string): Promise<string[]> {
  return (await resolverAt(server).resolveTxt(name)).map((strings) => strings.join(''))
}

export function aliasAt(server: Server, name: string): Promise<string[]> {
  return resolverAt(server).resolveCname(name)
}

function resolverAt({ address, port }: Server): Resolver {
  const resolver = new Resolver()
  resolver.setServers([`${address}:${port}`])
  return resolver
}

export async function ttlAt(
  { address, port }: Server,
  { name, type }: ZoneRecord,
): Promise<number> {
  const options = ['+noall', '+answer', '-p', `${port}`, `@${address}`, name, type]
  const { stdout } = await exec('dig', options)
  return Number(/^\S+\s+(\d+)\s/.exec(stdout)?.[1])
}
