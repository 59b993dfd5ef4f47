/** The file alone, for any web server. */
import {
  lookAtIt,
  policyFile,
  POLICY_PATH,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'

export const justTheFile: PolicyHosting = { id: 'just-the-file', title: 'Just the file', write }

function write(site: PolicySite): Hosted {
  const { policyHost } = site
  return {
    files: [policyFile(site)],
    steps: [
      `Set up a web server for \`${policyHost}\` with HTTPS and a certificate for that name.`,
      `Serve the file at \`${POLICY_PATH}\`, as \`text/plain\`.`,
      `Leave \`${policyHost}\` out of redirects, log-ins and bot protection. Senders follow no redirect.`,
      lookAtIt(site),
    ],
    replaceHere: [],
    alias: null,
  }
}
