/** Azure Static Web Apps: the file, its header fields, and the start page without which nothing is deployed. */
import {
  lookAtIt,
  policyFile,
  POLICY_HEADERS,
  POLICY_PATH,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'

export const azureStaticWebApps: PolicyHosting = {
  id: 'azure-static-web-apps',
  title: 'Azure Static Web Apps',
  write,
}

function write(site: PolicySite): Hosted {
  return {
    files: [
      policyFile(site),
      { path: 'staticwebapp.config.json', text: settings() },
      {
        path: 'index.html',
        text: `<!doctype html>\n<title>${site.policyHost}</title>\n<p>The MTA-STS policy of ${site.domain}.</p>\n`,
      },
    ],
    steps: [
      'Deploy the folder: `npx @azure/static-web-apps-cli deploy . --env production`.',
      `Publish \`${site.policyHost}\` as a CNAME of \`NAME.azurestaticapps.net\`, the app’s own address.`,
      `Add \`${site.policyHost}\` under the app’s custom domains, and wait for its certificate.`,
      lookAtIt(site),
    ],
    replaceHere: ['NAME.azurestaticapps.net'],
    alias: 'NAME.azurestaticapps.net',
  }
}

function settings(): string {
  const headers = Object.fromEntries(POLICY_HEADERS.slice(1))
  const settings = {
    routes: [{ route: POLICY_PATH, headers }],
    mimeTypes: { '.txt': 'text/plain' },
  }
  return `${JSON.stringify(settings, null, 2)}\n`
}
