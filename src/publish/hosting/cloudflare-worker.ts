/** A Cloudflare Worker that holds the policy, and the file by which wrangler deploys it. */
import { javascriptString } from '../javascript.ts'
import {
  lookAtIt,
  POLICY_HEADERS,
  POLICY_PATH,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'

/** The runtime's behaviour is that of this day; nothing in the worker depends on it. */
const COMPATIBILITY_DATE = '2026-08-31'

export const cloudflareWorker: PolicyHosting = {
  id: 'cloudflare-worker',
  title: 'Cloudflare Worker',
  write,
}

function write(site: PolicySite): Hosted {
  const { policyHost } = site
  return {
    files: [
      { path: 'worker.js', text: workerCode(site.policy) },
      { path: 'wrangler.jsonc', text: settings(policyHost) },
    ],
    steps: [
      'Run `npx wrangler deploy` in the folder of the two files, or paste `worker.js` into a new Worker in the dashboard.',
      `In the dashboard, add \`${policyHost}\` as the Worker’s custom domain. With \`wrangler.jsonc\` that is done already.`,
      `Switch bot fighting and challenges off for \`${policyHost}\`.`,
      'The zone’s certificate covers one label before the zone. For a policy domain below the zone, add a certificate for the name.',
      lookAtIt(site),
    ],
    replaceHere: [],
    alias: null,
  }
}

function workerCode(policy: string): string {
  const headers = POLICY_HEADERS.map(
    ([name, value]) =>
      `        ${javascriptString(name.toLowerCase())}: ${javascriptString(value)},\n`,
  )
  return `const POLICY = ${javascriptString(policy)};

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname !== "${POLICY_PATH}") {
      return new Response("Not found\\n", { status: 404 });
    }
    return new Response(POLICY, {
      headers: {
${headers.join('')}      },
    });
  },
};
`
}

function settings(host: string): string {
  return `${JSON.stringify(
    {
      name: host.replaceAll('.', '-').slice(0, 63),
      main: 'worker.js',
      compatibility_date: COMPATIBILITY_DATE,
      routes: [{ pattern: host, custom_domain: true }],
    },
    null,
    2,
  )}\n`
}
