/** Apache httpd: a virtual host and the file. */
import { certbotFiles } from '../nginx.ts'
import {
  lookAtIt,
  policyFile,
  POLICY_PATH,
  WEB_ROOT,
  type Hosted,
  type PolicyHosting,
  type PolicySite,
} from '../policy-hosting.ts'

export const apache: PolicyHosting = { id: 'apache', title: 'Apache', write }

function write(site: PolicySite): Hosted {
  const { policyHost } = site
  const { chain, key } = certbotFiles(policyHost)
  return {
    files: [{ path: `${policyHost}.conf`, text: virtualHost(policyHost) }, policyFile(site)],
    steps: [
      `Let the A and AAAA records of \`${policyHost}\` name this server.`,
      `Get a certificate for the name: \`certbot certonly --apache -d ${policyHost}\`.`,
      `Save the policy as \`${WEB_ROOT}${POLICY_PATH}\`.`,
      `Save the virtual host as \`/etc/apache2/sites-available/${policyHost}.conf\`, run \`a2enmod ssl headers\` and \`a2ensite ${policyHost}\`, then \`apachectl graceful\`.`,
      'Look for rules of the whole server that refuse names with a dot in front, such as `<DirectoryMatch "/\\.">`: they refuse `.well-known` too.',
      lookAtIt(site),
    ],
    replaceHere: [chain, key],
    alias: null,
  }
}

function virtualHost(host: string): string {
  const { chain, key } = certbotFiles(host)
  return `<VirtualHost *:443>
    ServerName ${host}
    DocumentRoot ${WEB_ROOT}
    SSLEngine on
    SSLProtocol -all +TLSv1.2 +TLSv1.3
    SSLCertificateFile    ${chain}
    SSLCertificateKeyFile ${key}
    <Directory ${WEB_ROOT}>
        AllowOverride None
        Require all granted
    </Directory>
    <Files "mta-sts.txt">
        ForceType text/plain
        Header set Access-Control-Allow-Origin "*"
        Header set Cache-Control "max-age=60"
    </Files>
</VirtualHost>
`
}
