/** nginx: one server block, with the policy in it where nginx can write it so, else with the file beside it. */
import { certbotFiles, nginxString, serverBlock } from '../nginx.ts'
import {
  lookAtIt,
  policyFile,
  POLICY_PATH,
  WEB_ROOT,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'

export const nginx: PolicyHosting = { id: 'nginx', title: 'nginx', write }

function write(site: PolicySite): Hosted {
  const { policyHost, policy } = site
  const { chain, key } = certbotFiles(policyHost)
  const inline = nginxString(policy)
  const block = serverBlock(policyHost, [policyLocation(inline)])
  const saved = inline === null ? [policyFile(site)] : []
  return {
    files: [{ path: `${policyHost}.conf`, text: block }, ...saved],
    steps: [
      `Let the A and AAAA records of \`${policyHost}\` name this server.`,
      `Get a certificate for the name: \`certbot certonly --nginx -d ${policyHost}\`.`,
      `Save the block as \`/etc/nginx/conf.d/${policyHost}.conf\`. A redirect to another name has no place in it.`,
      ...(inline === null ? [`Save the policy as \`${WEB_ROOT}${POLICY_PATH}\`.`] : []),
      'Run `nginx -t`, then `nginx -s reload`.',
      lookAtIt(site),
    ],
    replaceHere: [chain, key],
    alias: null,
  }
}

/** `text` is the policy as nginx writes it; null: from a file below the root. */
export function policyLocation(text: string | null): string {
  return [
    `location = ${POLICY_PATH} {`,
    '    default_type text/plain;',
    '    add_header Access-Control-Allow-Origin "*" always;',
    '    add_header Cache-Control "max-age=60" always;',
    text === null ? `    root ${WEB_ROOT};` : `    return 200 ${text};`,
    '}',
  ].join('\n')
}
