/** The Node door: the app, its proxy and a DNS relay on one port. `node proxy/node.ts --help` says how. */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { Command, InvalidArgumentError } from 'commander'
import { createApp } from './app.ts'
import { nodeDoor } from './node-door.ts'
import { serveApp } from './static-files.ts'
import { isResolverUrl } from './resolver-url.ts'
import { askUpstream, serverOf } from './upstream.ts'

interface Options {
  port: number
  host: string
  upstream?: string
  resolver?: string
  allowPrivate?: boolean
  ca?: string
}

const DIST = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')

new Command('npm start --')
  .description('Serves Signet: the app, its proxy and a DNS relay, on one port.')
  .option('--port <number>', 'port to listen on; 0 takes a free one', readPort, 8787)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option(
    '--upstream <resolver>',
    'where /dns-query asks: address[:port] or https URL',
    readUpstream,
  )
  .option('--resolver <url>', 'DNS over HTTPS by which policy hosts are found', readResolver)
  .option('--allow-private', 'connect to private, loopback and link-local addresses too')
  .option('--ca <file>', 'further trusted roots, PEM')
  .configureOutput({ outputError: (text, write) => write(text) })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action(start)
  .parse()

function start({ port, host, upstream, resolver, allowPrivate = false, ca }: Options): void {
  const roots = ca === undefined ? [] : [readRoots(ca)]
  const relay = askUpstream(upstream, roots)
  const door = nodeDoor({
    relay,
    resolver: resolver === undefined ? relay : askUpstream(resolver, roots),
    allowPrivate,
    ca: roots,
  })
  const app = createApp(door)
  serveApp(app, DIST)
  const server = serve({ fetch: app.fetch, port, hostname: host }, (address) =>
    process.stdout.write(`Signet is at ${addressOf(address)}\n`),
  )
  // An address or a Host that is no URL is refused before the app sees it; pages read that answer, too.
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
  })
  server.on('error', (error) => {
    process.stderr.write(`Cannot listen on ${host} port ${port}: ${error.message}\n`)
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close(() => process.exit(0))
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
}

function addressOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Not a port number.')
  return port
}

function readUpstream(text: string): string {
  if (serverOf(text) === null && !isResolverUrl(text))
    throw new InvalidArgumentError('Neither an address of a resolver nor an https URL.')
  return text
}

function readResolver(text: string): string {
  if (!isResolverUrl(text))
    throw new InvalidArgumentError('Not an https URL; http is for loopback only.')
  return text
}

function readRoots(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    process.stderr.write(`Cannot read ${file}: ${String(error)}\n`)
    return process.exit(2)
  }
}
