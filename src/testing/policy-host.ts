/** A policy host for one test: a real HTTPS server on a loopback port, behaving as it is told until the test ends. */
import type { ServerResponse } from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net'
import { onTestFinished } from 'vitest'
import type { Pair } from './certificates.ts'

export interface Host {
  port: number
  /** `Host` and SNI of each request, with its headers. */
  seen: { host: string; sni: string; path: string; headers: Record<string, unknown> }[]
  close: () => Promise<void>
}

export async function policyHost(
  pair: Pair,
  answer: (response: ServerResponse, socket: Socket) => void,
  options: ServerOptions & { address?: string } = {},
): Promise<Host> {
  const seen: Host['seen'] = []
  const server = createServer({ ...pair, ...options }, (request, response) => {
    const { socket, headers } = request
    const sni = 'servername' in socket ? String(socket.servername) : ''
    seen.push({ host: headers.host ?? '', sni, path: request.url ?? '', headers })
    answer(response, socket)
  })
  return { ...(await listening(server, options.address)), seen }
}

/** A server that speaks as it likes: for what is no TLS, or no HTTP. */
export async function rawHost(onConnection: (socket: Socket) => void): Promise<Host> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    onConnection(socket)
  })
  return { ...(await listening(server)), seen: [] }
}

async function listening(
  server: Server,
  address = '127.0.0.1',
): Promise<Pick<Host, 'port' | 'close'>> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, address, resolve)
  })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  onTestFinished(close)
  return { port: (server.address() as AddressInfo).port, close }
}
