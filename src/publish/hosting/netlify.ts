/** Netlify: a site of its own, because the redirect from an alias to the main name would break the policy. */
import {
  lookAtIt,
  policyFile,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'
import { headersFile } from './headers-file.ts'

export const netlify: PolicyHosting = { id: 'netlify', title: 'Netlify', write }

function write(site: PolicySite): Hosted {
  return {
    files: [policyFile(site), headersFile()],
    steps: [
      'Make a new site for the policy alone, and upload the folder: `npx netlify deploy --prod --dir .`.',
      'If a build makes the folder, see that it copies `.well-known`, whose name begins with a dot.',
      `Make \`${site.policyHost}\` the site’s primary domain. As an alias of another it would be redirected.`,
      `Publish \`${site.policyHost}\` as a CNAME of \`SITE.netlify.app\`, and wait for the certificate.`,
      lookAtIt(site),
    ],
    replaceHere: ['SITE'],
    alias: 'SITE.netlify.app',
  }
}
