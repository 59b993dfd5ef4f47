/** DNS for one test: a server on a loopback port that answers over UDP and TCP as it is told. */
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { packet, type Packet } from '@dnsquery/dns-packet'

/** What is answered; null means silence. */
export type Responder = (query: Uint8Array, via: 'udp' | 'tcp') => Uint8Array | null

export interface DnsServer {
  address: string
  port: number
}

/** A port that is free for UDP may be taken for TCP by another test: then another is tried. */
const TRIES = 20

export async function dnsServer(respond: Responder, tries = TRIES): Promise<DnsServer> {
  const udp = createSocket('udp4')
  udp.on('message', (query, from) => {
    const answer = respond(query, 'udp')
    if (answer !== null) udp.send(answer, from.port, from.address)
  })
  await new Promise<void>((resolve) => {
    udp.bind(0, '127.0.0.1', resolve)
  })
  const { port } = udp.address()
  const tcp = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const answer = respond(new Uint8Array(data.subarray(2)), 'tcp')
      if (answer === null) return socket.destroy()
      const length = Buffer.alloc(2)
      length.writeUInt16BE(answer.length)
      // In two pieces, as a network may deliver it.
      socket.write(Buffer.concat([length, answer.subarray(0, 5)]))
      return setImmediate(() => socket.end(answer.subarray(5)))
    })
  })
  const taken = await new Promise<Error | null>((resolve) => {
    tcp.once('error', resolve)
    tcp.listen(port, '127.0.0.1', () => resolve(null))
  })
  if (taken !== null) {
    udp.close()
    if (tries === 1) throw taken
    return dnsServer(respond, tries - 1)
  }
  onTestFinished(() => {
    udp.close()
    tcp.close()
  })
  return { address: '127.0.0.1', port }
}

/** The answer to a query, made by the codec library: its id and question, and what else is given. */
export function answerTo(query: Uint8Array, given: Partial<Packet>): Uint8Array {
  const { id, questions } = packet.decode(query)
  return packet.encode({
    type: 'response',
    id: id ?? 0,
    questions: questions ?? [],
    ...given,
  } as Packet)
}
