/** nginx, Apache and Caddy on loopback with configurations that Signet has written, and what they answer. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { dirname, join } from 'node:path'
import type { HostedFile } from '../../src/publish/policy-hosting.ts'
import type { Pair } from './certificates.ts'
import { freePort, type Keeper } from './processes.ts'

export interface Site {
  host: string
  pair: Pair
  files: readonly HostedFile[]
  /** Where the configuration looks for files, replaced by a folder of the lab. */
  root: string
}

export interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: string
}

/** Asks as a sender does: by name, over verified TLS, and without following anything. */
export function ask(host: string, port: number, path: string, ca: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, ca, servername: host, headers: { host } }
    request({ ...options, minVersion: 'TLSv1.2', agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

interface Prepared {
  folder: string
  port: number
  /** The first file, as it would stand on a server of this machine. */
  configuration: string
}

/** Saves files and certificate; the configuration's own paths and port become the lab's. */
async function prepare(keeper: Keeper, name: string, site: Site): Promise<Prepared> {
  // The servers' own users must be able to read them.
  chmodSync(keeper.folder, 0o755)
  const folder = join(keeper.folder, name)
  const root = join(folder, 'root')
  mkdirSync(root, { recursive: true })
  const [main, ...others] = site.files
  for (const { path, text } of others) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  writeFileSync(join(folder, 'chain.pem'), site.pair.cert)
  writeFileSync(join(folder, 'key.pem'), site.pair.key)
  const live = `/etc/letsencrypt/live/${site.host}`
  const configuration = (main?.text ?? '')
    .replaceAll(`${live}/fullchain.pem`, join(folder, 'chain.pem'))
    .replaceAll(`${live}/privkey.pem`, join(folder, 'key.pem'))
    .replaceAll(site.root, root)
  return { folder, port: await freePort(), configuration }
}

export async function startNginx(keeper: Keeper, name: string, site: Site): Promise<number> {
  const { folder, port, configuration } = await prepare(keeper, name, site)
  const server = configuration
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
    .replace('listen [::]:443 ssl;', '')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ')
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `user root; daemon off; pid ${folder}/pid; error_log stderr notice; worker_processes 1;
events { }
http { access_log off; include /etc/nginx/mime.types; ${temporary}
${server}
}
`,
  )
  await keeper.start('nginx', ['-c', file, '-p', folder], /start worker process \d/)
  return port
}

const APACHE_MODULES = ['mpm_event', 'authz_core', 'ssl', 'headers', 'socache_shmcb']

export async function startApache(keeper: Keeper, name: string, site: Site): Promise<number> {
  const { folder, port, configuration } = await prepare(keeper, name, site)
  const modules = APACHE_MODULES.map(
    (module) => `LoadModule ${module}_module /usr/lib/apache2/modules/mod_${module}.so`,
  )
  const file = join(folder, 'apache.conf')
  writeFileSync(
    file,
    [
      ...[`ServerRoot ${folder}`, `PidFile ${folder}/pid`, `DefaultRuntimeDir ${folder}`],
      ...modules,
      ...['User www-data', 'Group www-data', 'ServerName localhost', `Listen 127.0.0.1:${port}`],
      ...['ErrorLog "|$/bin/cat 1>&2"', 'LogLevel notice', '<Directory />', 'Require all denied'],
      ...['</Directory>', configuration.replace('*:443', `*:${port}`), ''],
    ].join('\n'),
  )
  await keeper.start('apache2', ['-DFOREGROUND', '-f', file], /resuming normal operations/)
  return port
}

export async function startCaddy(keeper: Keeper, name: string, site: Site): Promise<number> {
  const { folder, port, configuration } = await prepare(keeper, name, site)
  const certificate = `\ttls ${folder}/chain.pem ${folder}/key.pem\n`
  const block = configuration.replace(
    `${site.host} {\n`,
    `https://${site.host}:${port} {\n${certificate}`,
  )
  const file = join(folder, 'Caddyfile')
  const options = 'admin off\n\tauto_https disable_redirects\n\tskip_install_trust'
  writeFileSync(file, `{\n\t${options}\n\tdefault_bind 127.0.0.1\n}\n${block}`)
  await keeper.start(
    'env',
    [
      ...[`XDG_CONFIG_HOME=${folder}`, `XDG_DATA_HOME=${folder}`, `HOME=${folder}`],
      ...['caddy', 'run', '--config', file, '--adapter', 'caddyfile'],
    ],
    /serving initial configuration/,
  )
  return port
}
