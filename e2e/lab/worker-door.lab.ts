/**
 * The Workers door in the real runtime against real hosts. Three things differ from the Node door, and are the
 * runtime's doing:
 * - It connects to public addresses only. So it is asked about the zone in which every host has one, and the connection
 *   is led to loopback; TLS, names and certificates are checked by the runtime itself.
 * - Outside its maker's network it speaks HTTP/1.1 only, and BIND's DNS over HTTPS HTTP/2 only. So it asks BIND through
 *   the Node door's relay.
 * - It shows no certificates, and does not say what was wrong with one.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpAnswer, HttpOutcome } from '../../src/protocols/http/answer.ts'
import { idsIn, linesOf, signet, type ReportLine } from '../../src/testing/signet.ts'
import { startWorkerd } from '../../src/testing/workerd.ts'
import { askDoor, startNodeDoor } from './doors.ts'
import { POLICY } from './hosts.ts'
import { FAR, ZONE } from './lab.ts'
import { theLab, type TheLab } from './the-lab.ts'

let lab: TheLab
let door: string
const said = new Map<string, HttpOutcome>()

beforeAll(async () => {
  lab = theLab()
  const relay = await startNodeDoor(lab.keeper, ['--ca', lab.ca, '--upstream', lab.httpsUrl])
  door = await startWorkerDoor(`${relay}/dns-query`)
  await Promise.all(
    [...lab.hosts.keys(), 'nowhere'].map(async (label) => {
      said.set(label, await askDoor(door, 'policy', `${label}.${FAR}`))
    }),
  )
})
afterAll(() => lab.keeper.end())

async function startWorkerDoor(resolver: string): Promise<string> {
  const hosts = [...lab.hosts].map(
    ([label, address]) => [`mta-sts.${label}.${FAR}`, `${address}:443`] as const,
  )
  const { base, stop } = await startWorkerd({
    wires: { hosts: new Map(hosts), trusted: readFileSync(lab.ca, 'utf8') },
    variables: { SIGNET_RESOLVER: resolver },
  })
  lab.keeper.atEnd(stop)
  return base
}

const plain = { status: 200, mediaType: 'text/plain', truncated: false }

test.each<[string, Partial<HttpAnswer>]>([
  ['good', plain],
  ['web-page', { ...plain, mediaType: 'text/html', bytes: 35 }],
  ['redirect', { status: 301, location: 'https://www.lab.test/', bytes: 0, truncated: false }],
  ['not-found', { status: 404, mediaType: 'text/html', bytes: 18, truncated: false }],
  ['oversize', { ...plain, bytes: 65_536, truncated: true }],
])('%s is described, without certificates', (label, expected) => {
  const answer = said.get(label)
  expect(answer).toMatchObject({
    url: `https://mta-sts.${label}.${FAR}/.well-known/mta-sts.txt`,
    ...expected,
  })
  expect(answer).not.toHaveProperty('tls')
  expect(answer).not.toHaveProperty('remoteAddress')
})

test('the file comes through byte for byte', () => {
  const { body } = said.get('good') as HttpAnswer
  expect(Buffer.from(body, 'base64').toString()).toBe(POLICY.replace('$', `good.${FAR}`))
})

const UNTOLD = /^the connection failed and the runtime does not say why/

test.each<[string, string, RegExp]>([
  ['expired', 'unreachable', UNTOLD],
  ['wrong-name', 'unreachable', UNTOLD],
  ['self-signed', 'unreachable', UNTOLD],
  ['no-intermediate', 'unreachable', UNTOLD],
  ['not-tls', 'unreachable', UNTOLD],
  ['closed', 'unreachable', /^Network connection lost/],
  ['slow', 'timeout', /^no complete answer within 10 s$/],
  ['broken', 'interrupted', /^the answer broke off: Network connection lost/],
  ['nowhere', 'nxdomain', /^`mta-sts\.nowhere\.far\.test` does not exist$/],
])('%s fails: %s', (label, reason, detail) => {
  expect(said.get(label)).toEqual({ failed: { reason, detail: expect.stringMatching(detail) } })
})

test('a host on loopback is refused, and there is no way to allow it', async () => {
  expect(await askDoor(door, 'policy', `good.${ZONE}`)).toEqual({
    failed: {
      reason: 'private-address',
      detail: '`mta-sts.good.lab.test` has the loopback address 127.0.0.71',
    },
  })
})

test('a resolver that speaks HTTP/2 only is a resolver that cannot be asked', async () => {
  const direct = await startWorkerDoor(lab.httpUrl)
  expect(await askDoor(direct, 'policy', `good.${FAR}`)).toMatchObject({
    failed: { reason: 'resolver' },
  })
})

async function checked(label: string): Promise<[code: number | null, line: ReportLine]> {
  const run = await signet([
    ...['check', `${label}.${FAR}`, '--json', '--proxy', door],
    ...['--resolver', lab.httpsUrl, '--ca', lab.ca],
  ])
  expect(run.err).toBe('')
  return [run.code, linesOf(run)[0] as ReportLine]
}

test('through this door a domain without errors ends with 0', async () => {
  const [code, line] = await checked('good')
  expect(line.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(line.verdicts).toMatchObject({ 'mta-sts': 'notice', mx: 'notice' })
  expect(code).toBe(0)
})

test('what this door cannot see is not learned, and is no finding', async () => {
  const [code, line] = await checked('expired')
  expect(line.verdicts['mta-sts']).toBe('unknown')
  expect(line.unknown).toEqual([
    expect.objectContaining({ fact: 'mtaStsPolicyFile', reason: 'unreachable' }),
  ])
  expect(line.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(code).toBe(3)
})

test('what it can see is judged', async () => {
  const [code, line] = await checked('redirect')
  expect(idsIn(line)).toContain('sts.fetch.redirect')
  expect(code).toBe(1)
})
