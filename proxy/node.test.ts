import { spawn } from 'node:child_process'
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { decodeMessage } from '../src/protocols/dns/message.ts'
import { encodeQuery, toBase64Url } from '../src/protocols/dns/query.ts'
import { makeAuthority } from '../src/testing/certificates.ts'
import { answerTo, dnsServer } from '../src/testing/dns-server.ts'

interface Ended {
  code: number | null
  output: string
}

function command(args: string[]) {
  const child = spawn(process.execPath, ['proxy/node.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, output }))
  })
  const address = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const match = /http:\/\/\S+/.exec(output)
      if (match !== null) resolve(match[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => reject(new Error(output)))
  })
  address.catch(() => {})
  onTestFinished(async () => {
    child.kill()
    await ended
  })
  return { child, address, ended }
}

test('the command listens, prints its address, relays DNS, and ends when it is told', async () => {
  const dns = await dnsServer((query) =>
    answerTo(query, {
      answers: [{ type: 'A', name: 'mta-sts.good.test', ttl: 60, data: '127.0.0.1' }],
    }),
  )
  const { child, address, ended } = command(['--port', '0', '--upstream', `127.0.0.1:${dns.port}`])
  const base = await address
  expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const query = toBase64Url(
    encodeQuery({ name: 'mta-sts.good.test', type: 'A' }) ?? new Uint8Array(),
  )
  const response = await fetch(`${base}dns-query?dns=${query}`)
  const decoded = decodeMessage(new Uint8Array(await response.arrayBuffer()))
  expect(decoded).toMatchObject({ message: { answers: [{ value: '127.0.0.1' }] } })
  // The policy host is looked up through the same resolver, and refused.
  const policy = await fetch(`${base}api/policy?domain=good.test`)
  expect(await policy.json()).toMatchObject({
    failed: { reason: 'private-address', detail: expect.stringContaining('127.0.0.1') },
  })
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})

test('policy hosts are found by a resolver of their own when one is given', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      asked.push(request.url ?? '')
      response.setHeader('Content-Type', 'application/dns-message')
      response.end(answerTo(new Uint8Array(Buffer.concat(chunks)), { flags: 3 }))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  const resolver = `http://127.0.0.1:${port}/dns-query`
  const { address } = command(['--port', '0', '--resolver', resolver, '--allow-private'])
  const policy = await fetch(`${await address}api/policy?domain=good.test`)
  expect(await policy.json()).toMatchObject({ failed: { reason: 'nxdomain' } })
  expect(asked).toEqual(['/dns-query', '/dns-query'])
})

test('further roots are read from a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signet-ca-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'root.pem'), (await makeAuthority()).root)
  const { address } = command(['--port', '0', '--ca', join(folder, 'root.pem')])
  expect((await fetch(`${await address}api/capabilities`)).status).toBe(200)
})

test('a request that no app can read is refused, and a page may read that, too', async () => {
  const base = await command(['--port', '0']).address
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(base, { headers: { Host: 'no host' } }, resolve).on('error', reject)
  })
  response.resume()
  expect(response.statusCode).toBe(400)
  expect(response.headers['access-control-allow-origin']).toBe('*')
  const ordinary = await fetch(`${base}api/capabilities`)
  expect(ordinary.headers.get('access-control-allow-origin')).toBe('*')
})

test.each([
  ['a port that is none', ['--port', '80a'], 'Not a port number'],
  ['a port beyond the last', ['--port', '65536'], 'Not a port number'],
  ['a resolver that is none', ['--upstream', 'dns.test'], 'Neither an address'],
  ['a resolver in the clear', ['--resolver', 'http://dns.test/'], 'Not an https URL'],
  ['an unknown option', ['--prot', '1'], 'unknown option'],
  ['a file that is not there', ['--ca', '/nowhere/root.pem'], 'Cannot read /nowhere/root.pem'],
])('%s is a wrong command', async (_what, args, said) => {
  const { code, output } = await command(args).ended
  expect(code).toBe(2)
  expect(output).toContain(said)
})

test('a port that is taken is said to be', async () => {
  const first = command(['--port', '0'])
  const { port } = new URL(await first.address)
  const { code, output } = await command(['--port', port]).ended
  expect(code).toBe(1)
  expect(output).toContain(`Cannot listen on 127.0.0.1 port ${port}`)
})
