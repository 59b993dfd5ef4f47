/** Name servers of several makes, each with one zone, for records that Signet has written. */
import { mkdirSync, writeFileSync } from 'node:fs'
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

/** BIND with the zone, its lines after the head as given; changed by anyone on this machine. */
export async function startPublished(keeper: Keeper, name: string, lines: string): Promise<number> {
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
  return port
}

/** dnsmasq with this configuration, and a target for aliases. */
export async function startDnsmasq(keeper: Keeper, configuration: string): Promise<number> {
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
  return port
}

export interface PowerDns {
  dns: number
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
  return { dns, api: `http://127.0.0.1:${web}`, key: 'lab', configDir }
}

/** All TXT records of the name, the strings of each joined. */
export async function textsAt(port: number, name: string): Promise<string[]> {
  const resolver = new Resolver()
  resolver.setServers([`127.0.0.1:${port}`])
  return (await resolver.resolveTxt(name)).map((strings) => strings.join(''))
}

export async function ttlAt(port: number, { name, type }: ZoneRecord): Promise<number> {
  const options = ['+noall', '+answer', '-p', `${port}`, '@127.0.0.1', name, type]
  const { stdout } = await exec('dig', options)
  return Number(/^\S+\s+(\d+)\s/.exec(stdout)?.[1])
}

export async function aliasAt(port: number, name: string): Promise<string[]> {
  const resolver = new Resolver()
  resolver.setServers([`127.0.0.1:${port}`])
  return resolver.resolveCname(name)
}
