/**
 * Caddy: it gets the certificate by itself. The policy is a file of its own, since a text within a Caddyfile loses its
 * CRLF line ends in most editors.
 */
import {
  lookAtIt,
  policyFile,
  POLICY_PATH,
  WEB_ROOT,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'

export const caddy: PolicyHosting = { id: 'caddy', title: 'Caddy', write }

function write(site: PolicySite): Hosted {
  const { policyHost } = site
  return {
    files: [{ path: 'Caddyfile', text: siteBlock(policyHost) }, policyFile(site)],
    steps: [
      `Let the A and AAAA records of \`${policyHost}\` name this server. Caddy gets the certificate by itself.`,
      `Save the policy as \`${WEB_ROOT}${POLICY_PATH}\`.`,
      'Add the block to `/etc/caddy/Caddyfile`, and run `systemctl reload caddy`.',
      lookAtIt(site),
    ],
    replaceHere: [],
    alias: null,
  }
}

function siteBlock(host: string): string {
  return `${host} {
	handle ${POLICY_PATH} {
		root * ${WEB_ROOT}
		header Content-Type "text/plain; charset=utf-8"
		header Access-Control-Allow-Origin "*"
		header Cache-Control "max-age=60"
		file_server
	}
	respond 404
}
`
}
