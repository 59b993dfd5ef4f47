/** One host for all logos, at real HTTPS; each path is right or wrong in one way. */
import { gzipSync } from 'node:zlib'
import type { RequestListener } from 'node:http'
import type { Authority } from './certificates.ts'
import { startHttps } from './hosts.ts'
import type { Keeper } from './processes.ts'

export const LOGO = [
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 64 64">',
  '<title>Lab</title><rect width="64" height="64" fill="#135"/></svg>\n',
].join('')

export const SVGZ = gzipSync(LOGO)

const SVG = 'image/svg+xml'
const ADDRESS = '127.0.0.61'
const STALE_ADDRESS = '127.0.0.62'
const HOST = 'logo.lab.test'
const STALE = 'stale-logo.lab.test'

const FILES: Record<
  string,
  [status: number, headers: Record<string, string>, body: string | Buffer]
> = {
  '/good.svg': [200, { 'content-type': SVG }, LOGO],
  '/moved.svg': [302, { location: '/good.svg' }, ''],
  '/circle.svg': [301, { location: 'circle.svg' }, ''],
  '/downgrade.svg': [301, { location: `http://${HOST}/good.svg` }, ''],
  '/stale.svg': [301, { location: `https://${STALE}/good.svg` }, ''],
  '/typed.svg': [200, { 'content-type': 'text/html' }, LOGO],
  '/encoded.svgz': [200, { 'content-type': SVG, 'content-encoding': 'gzip' }, SVGZ],
  '/raw.svgz': [200, { 'content-type': SVG }, SVGZ],
  '/large.svg': [200, { 'content-type': SVG }, `${LOGO}${' '.repeat(600_000)}`],
}

const answer: RequestListener = (request, response) => {
  const [status, headers, body] = FILES[request.url ?? ''] ?? [404, {}, 'no such file']
  response.writeHead(status, headers).end(body)
}

export const BRAND = 'brand.test'

/** Starts the host, and one with an expired certificate; returns their records. */
export async function startLogoHosts(keeper: Keeper, authority: Authority): Promise<string> {
  await startHttps(keeper, ADDRESS, await authority.issue([HOST]), answer)
  const past = { from: '20200101000000Z', to: '20200401000000Z' }
  await startHttps(keeper, STALE_ADDRESS, await authority.issue([STALE], past), answer)
  return `logo IN A ${ADDRESS}\nstale-logo IN A ${STALE_ADDRESS}`
}

/** A domain that sends mail and takes none, with a selector for every file. */
export function brandRecords(): string {
  const files = Object.keys(FILES).map((path) => [path.slice(1).replace('.', '-'), HOST + path])
  const locations = [...files, ['gone', `${HOST}/gone.svg`], ['nowhere', 'nowhere.lab.test/l.svg']]
  return [
    '@ IN MX 0 .',
    '@ IN TXT "v=spf1 ip4:192.0.43.8 -all"',
    `_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:d@${BRAND}"`,
    `default._bimi IN TXT "v=BIMI1; l=https://${HOST}/good.svg; a="`,
    'none._bimi IN TXT "v=BIMI1; l=; a="',
    ...locations.map(
      ([selector, location]) => `${selector}._bimi IN TXT "v=BIMI1; l=https://${location}"`,
    ),
  ].join('\n')
}
