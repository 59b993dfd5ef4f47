/**
 * Serving the logo and the mark certificate: each at its own https address, with its media type, and without a redirect
 * or a question. A new logo gets a new name, because receivers keep what they have fetched.
 */
import { certbotFiles, serverBlock } from './nginx.ts'
import type { HostedFile } from './policy-hosting.ts'

export interface BimiSite {
  /** https, as in `l=`. */
  logoUrl: string
  /** https, as in `a=`; null without a mark certificate. */
  certificateUrl: string | null
}

export interface BimiHosted {
  /** One configuration for each host. */
  files: HostedFile[]
  steps: string[]
  replaceHere: string[]
}

interface Served {
  url: URL
  mediaType: string
}

const ROOT = '/var/www/bimi'

export function bimiOnNginx({ logoUrl, certificateUrl }: BimiSite): BimiHosted {
  const served: Served[] = [
    { url: new URL(logoUrl), mediaType: 'image/svg+xml' },
    ...(certificateUrl === null
      ? []
      : [{ url: new URL(certificateUrl), mediaType: 'application/x-pem-file' }]),
  ]
  const hosts = [...new Set(served.map(({ url }) => url.hostname))]
  return {
    files: hosts.map((host) => ({
      path: `${host}.conf`,
      text: serverBlock(host, served.filter(({ url }) => url.hostname === host).map(location)),
    })),
    steps: [
      ...served.map(({ url }) => `Save the file of \`${url.href}\` as \`${ROOT}${fileOf(url)}\`.`),
      `Where the host has a server block already, put only the \`location\` blocks into it.`,
      'Run `nginx -t`, then `nginx -s reload`.',
      'Give a new logo a new name, and change the record: receivers keep what they have fetched.',
    ],
    replaceHere: hosts.flatMap((host) => Object.values(certbotFiles(host))),
  }
}

/** The types of the whole server are left out, so that the one below holds whatever the name ends in. */
function location({ url, mediaType }: Served): string {
  return [
    `location = ${quotedPath(fileOf(url))} {`,
    '    types { }',
    `    default_type ${mediaType};`,
    '    add_header Access-Control-Allow-Origin "*" always;',
    `    root ${ROOT};`,
    '}',
  ].join('\n')
}

/** nginx compares the path after decoding it, and finds the file by it. */
function fileOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

function quotedPath(path: string): string {
  return /^[\w./~-]+$/.test(path)
    ? path
    : `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
