/** DNS over HTTPS for one test, in the clear on loopback: names and their records, NXDOMAIN for all others. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { packet, type Answer } from '@dnsquery/dns-packet'
import { onTestFinished } from 'vitest'
import { answerTo } from './dns-server.ts'

export interface DohServer {
  url: string
  /** `name TYPE` of every question, in order. */
  asked: string[]
}

const NXDOMAIN = 3
const SERVFAIL = 2

/** @param zone `name TYPE` → data as the codec library wants it; `SERVFAIL` breaks the whole server. */
export async function dohServer(zone: Record<string, unknown[]> | 'SERVFAIL'): Promise<DohServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const dns = new URL(request.url ?? '', 'http://localhost').searchParams.get('dns') ?? ''
    const query = new Uint8Array(Buffer.from(dns, 'base64url'))
    const { name = '', type = 'A' } = packet.decode(query).questions?.[0] ?? {}
    asked.push(`${name} ${type}`)
    response.setHeader('Content-Type', 'application/dns-message')
    response.end(
      answerTo(query, zone === 'SERVFAIL' ? { flags: SERVFAIL } : reply(zone, name, type)),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/dns-query`, asked }
}

function reply(zone: Record<string, unknown[]>, name: string, type: string) {
  const data = zone[`${name} ${type}`]
  if (data !== undefined)
    return { answers: data.map((value) => ({ type, name, ttl: 3600, data: value }) as Answer) }
  const exists = Object.keys(zone).some((key) => key.split(' ')[0]?.endsWith(name) === true)
  return exists ? {} : { flags: NXDOMAIN }
}
