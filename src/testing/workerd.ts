/** The Workers door in the real runtime, for one test. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

export interface WorkerdOptions {
  /** `host:port` of a plain HTTP server that receives every request the worker makes, with absolute URLs. */
  outbound?: string
  /** Without `outbound`: the runtime itself makes the connections, and checks certificates. */
  wires?: Wires
  /** The worker's own code, one module; without it, the proxy's door. */
  code?: string
  /** Variables of the worker. */
  variables?: Record<string, string>
}

/** Names that are reached at other addresses than those in the DNS, by real TLS. */
export interface Wires {
  /** Host name → `address:port`. */
  hosts: ReadonlyMap<string, string>
  /** PEM of further roots that the runtime trusts. */
  trusted: string
}

export interface Workerd {
  /** `http://127.0.0.1:…` */
  base: string
  stop: () => Promise<void>
}

export async function startWorkerd(options: WorkerdOptions): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), 'signet-workerd-'))
  writeFileSync(join(folder, 'worker.js'), options.code ?? (await bundle()))
  writeFileSync(join(folder, 'config.capnp'), config(options))
  // The package has no types; its default export is the path of the program for this machine.
  const { default: binary } = createRequire(import.meta.url)('workerd') as { default: string }
  const child = spawn(
    binary,
    ['serve', join(folder, 'config.capnp'), '--control-fd=3', '--verbose'],
    { stdio: ['ignore', 'inherit', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  const stop = async () => {
    child.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const port = await portOf(child)
  return { base: `http://127.0.0.1:${port}`, stop }
}

function portOf(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n').filter(Boolean)) {
        const message: unknown = JSON.parse(line)
        if (isListening(message)) resolve(message.port)
      }
    })
    child.once('close', () => reject(new Error(`workerd ended:\n${said}`)))
  })
}

function isListening(message: unknown): message is { event: 'listen'; port: number } {
  return typeof message === 'object' && message !== null && 'port' in message
}

/** One file, as deploying would make it. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'webworker', noExternal: true },
    build: { ssr: 'proxy/worker.ts', write: false, minify: false },
  })
  if (!('output' in result)) throw new Error('the worker was not built')
  const [chunk] = result.output
  return chunk.code
}

function config({ outbound, wires, variables = {} }: WorkerdOptions): string {
  const bindings = Object.entries(variables).map(
    ([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)})`,
  )
  const outside =
    outbound === undefined
      ? 'network = ( allow = ["public", "private"], tlsOptions = ( trustBrowserCas = true ) )'
      : `external = ( address = ${JSON.stringify(outbound)}, http = ( style = proxy ) )`
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    ( name = "main", worker = (
      modules = [ ( name = "worker", esModule = embed "worker.js" ) ],
      compatibilityDate = ${JSON.stringify(compatibilityDate())},
      bindings = [${bindings.join(', ')}],
      globalOutbound = ${wires === undefined ? '"outside"' : '"switchboard"'},
    ) ),
    ( name = "outside", ${outside} ),
    ${wires === undefined ? '' : wired(wires)}
  ],
  sockets = [ ( name = "http", address = "127.0.0.1:0", http = (), service = "main" ) ],
);
`
}

/** Hands each request to the host that it names, as it is; those for other hosts go out. */
const SWITCHBOARD =
  'export default { fetch: (request, env) => (env[new URL(request.url).hostname] ?? env.outside).fetch(request) }'

function wired({ hosts, trusted }: Wires): string {
  const names = ['outside', ...hosts.keys()]
  const bindings = names.map((name) => `( name = "${name}", service = "${name}" )`)
  const services = [...hosts].map(
    ([name, address]) => `( name = "${name}", external = ( address = "${address}", https = (
      certificateHost = "${name}",
      tlsOptions = ( trustedCertificates = [${JSON.stringify(trusted)}] ),
    ) ) )`,
  )
  return `( name = "switchboard", worker = (
      modules = [ ( name = "switchboard", esModule = ${JSON.stringify(SWITCHBOARD)} ) ],
      compatibilityDate = ${JSON.stringify(compatibilityDate())},
      bindings = [${bindings.join(', ')}],
      globalOutbound = "outside",
    ) ),
    ${services.join(',\n    ')}`
}

/** The runtime behaves as on the day that the deployment names. */
function compatibilityDate(): string {
  const date = /"compatibility_date": "([\d-]+)"/.exec(readFileSync('wrangler.jsonc', 'utf8'))?.[1]
  if (date === undefined) throw new Error('wrangler.jsonc has no compatibility_date')
  return date
}
