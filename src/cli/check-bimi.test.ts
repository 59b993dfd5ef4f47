import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeAuthority } from '../testing/certificates.ts'
import { dohServer } from '../testing/doh-server.ts'
import { policyHost } from '../testing/policy-host.ts'
import { idsIn, linesOf, signet, type ReportLine } from '../testing/signet.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"/>'

/** A logo host with a certificate of an authority of its own; the record is at the organizational domain. */
async function logoDomain(serve: Parameters<typeof policyHost>[1]) {
  const authority = await makeAuthority()
  const host = await policyHost(await authority.issue(['logo.brand.test']), serve)
  const folder = mkdtempSync(join(tmpdir(), 'signet-ca-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const ca = join(folder, 'ca.pem')
  writeFileSync(ca, authority.root)
  const record = `v=BIMI1; l=https://logo.brand.test:${host.port}/logo.svg`
  const resolver = await dohServer({
    'brand.test MX': [{ preference: 10, exchange: 'mail.brand.test' }],
    'mail.brand.test A': ['192.0.43.8'],
    '_dmarc.brand.test TXT': ['v=DMARC1; p=reject; rua=mailto:dmarc@brand.test'],
    'default._bimi.brand.test TXT': [record],
    'logo.brand.test A': ['127.0.0.1'],
  })
  const check = async (domain: string, ...args: string[]): Promise<ReportLine> => {
    const run = await signet(['check', domain, '--json', '--resolver', resolver.url, ...args])
    const [line] = linesOf(run)
    if (line === undefined) throw new Error(run.err)
    return line
  }
  return { check, host, resolver, ca, record }
}

const hostFindings = (line: ReportLine) => idsIn(line).filter((id) => id.startsWith('bimi.host.'))

test('the logo is fetched from here, through the resolver of the check', async () => {
  const { check, host, resolver, ca, record } = await logoDomain((response) =>
    response.setHeader('Content-Type', 'image/svg+xml').end(SVG),
  )
  const line = await check('mail.brand.test', '--allow-private', '--ca', ca)
  expect(line.facts['indicator']).toMatchObject({
    state: 'found',
    value: {
      status: 200,
      tls: { trusted: true },
      record: { name: 'default._bimi.brand.test', text: record },
    },
  })
  expect(hostFindings(line)).toEqual([])
  expect(idsIn(line)).toContain('bimi.record.inherited')
  expect(idsIn(line)).not.toContain('dns.lame')
  expect(host.seen).toHaveLength(1)
  expect(new Set(resolver.asked).size).toBe(resolver.asked.length)
})

test('without its authority the certificate is a finding', async () => {
  const { check } = await logoDomain((response) => response.end(SVG))
  const line = await check('brand.test', '--allow-private')
  expect(line.facts['indicator']).toMatchObject({ state: 'faulty', reason: 'tls' })
  expect(hostFindings(line)).toEqual(['bimi.host.https-cert'])
  expect(line.verdicts['bimi']).toBe('error')
})

test('a logo that is not there is a finding, and one that may not be asked for is unknown', async () => {
  const { check, host, ca } = await logoDomain((response) => response.writeHead(404).end('no'))
  const gone = await check('brand.test', '--allow-private', '--ca', ca)
  expect(hostFindings(gone)).toEqual(['bimi.host.status'])
  expect(host.seen).toHaveLength(1)
  const refused = await check('brand.test', '--ca', ca)
  expect(refused.unknown).toContainEqual(expect.objectContaining({ fact: 'indicator' }))
  expect(hostFindings(refused)).toEqual([])
  expect(host.seen).toHaveLength(1)
})
