/** The file `_headers` beside a site's files, as Cloudflare Pages and Netlify read it. */
import { POLICY_HEADERS, POLICY_PATH, type HostedFile } from '../policy-hosting.ts'

export function headersFile(): HostedFile {
  const fields = POLICY_HEADERS.map(([name, value]) => `  ${name}: ${value}\n`)
  return { path: '_headers', text: `${POLICY_PATH}\n${fields.join('')}` }
}
