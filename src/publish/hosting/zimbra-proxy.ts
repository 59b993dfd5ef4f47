/**
 * Zimbra's proxy is nginx, configured from templates. In a template `${…}` is replaced by Zimbra, so that a policy with
 * a `$` is served from a file.
 */
import { nginxString } from '../nginx.ts'
import {
  lookAtIt,
  policyFile,
  POLICY_PATH,
  WEB_ROOT,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'
import { policyLocation } from './nginx.ts'

const TEMPLATES = '/opt/zimbra/conf/nginx/templates'

export const zimbraProxy: PolicyHosting = { id: 'zimbra-proxy', title: 'Zimbra proxy', write }

function write(site: PolicySite): Hosted {
  const { policyHost, policy } = site
  const inline = nginxString(policy)
  const saved = inline === null ? [policyFile(site)] : []
  return {
    files: [{ path: 'mta-sts-location.conf', text: `${policyLocation(inline)}\n` }, ...saved],
    steps: [
      `Let the A and AAAA records of \`${policyHost}\` name the proxy, and put the name into the proxy’s certificate.`,
      ...(inline === null ? [`Save the policy as \`${WEB_ROOT}${POLICY_PATH}\`.`] : []),
      `As root, insert the block before the last \`}\` of \`${TEMPLATES}/nginx.conf.web.https.default.template\`.`,
      `If \`zmprov gcf zimbraReverseProxyGenConfigPerVirtualHostname\` says \`TRUE\`, insert it into \`${TEMPLATES}/nginx.conf.web.https.template\` too.`,
      "Run `su - zimbra -c 'zmproxyctl restart'`.",
      'Keep a note of it: an upgrade of Zimbra writes its templates anew. Any other web server needs less care.',
      lookAtIt(site),
    ],
    replaceHere: [],
    alias: null,
  }
}
