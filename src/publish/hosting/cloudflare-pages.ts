/** Cloudflare Pages: the file and its header fields. */
import {
  lookAtIt,
  policyFile,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'
import { headersFile } from './headers-file.ts'

export const cloudflarePages: PolicyHosting = {
  id: 'cloudflare-pages',
  title: 'Cloudflare Pages',
  write,
}

function write(site: PolicySite): Hosted {
  return {
    files: [policyFile(site), headersFile()],
    steps: [
      'Upload the folder as a new Pages project: `npx wrangler pages deploy . --project-name PROJECT`.',
      `Add \`${site.policyHost}\` under the project’s custom domains. Where the zone is elsewhere, publish it as a CNAME of \`PROJECT.pages.dev\`.`,
      `Switch bot fighting and challenges off for \`${site.policyHost}\`.`,
      lookAtIt(site),
    ],
    replaceHere: ['PROJECT'],
    alias: 'PROJECT.pages.dev',
  }
}
