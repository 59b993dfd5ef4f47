/** Vercel: the file under `public`, and its header fields in `vercel.json`. */
import {
  lookAtIt,
  policyFile,
  POLICY_HEADERS,
  POLICY_PATH,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'

/** Vercel's dashboard may show a project its own target; this one works for all. */
const TARGET = 'cname.vercel-dns.com'

export const vercel: PolicyHosting = { id: 'vercel', title: 'Vercel', write }

function write(site: PolicySite): Hosted {
  const { path, text } = policyFile(site)
  return {
    files: [
      { path: `public/${path}`, text },
      { path: 'vercel.json', text: settings() },
    ],
    steps: [
      'Run `npx vercel deploy --prod` in the folder.',
      `Add \`${site.policyHost}\` to the project’s domains, without a redirect.`,
      `Publish \`${site.policyHost}\` as a CNAME of \`${TARGET}\`, or of the target that the dashboard shows.`,
      'Switch deployment protection off for the project: senders cannot log in.',
      lookAtIt(site),
    ],
    replaceHere: [],
    alias: TARGET,
  }
}

function settings(): string {
  const headers = POLICY_HEADERS.map(([key, value]) => ({ key, value }))
  return `${JSON.stringify({ headers: [{ source: POLICY_PATH, headers }] }, null, 2)}\n`
}
