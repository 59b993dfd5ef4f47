/** nginx's configuration: texts in quotation marks, and certificates where certbot puts them. */

/** In double quotes, in which nginx knows `\"`, `\\`, `\r`, `\n` and `\t`; null when there is a `$`, which has no escape. */
export function nginxString(text: string): string | null {
  if (text.includes('$')) return null
  const inner = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
  return `"${inner}"`
}

export interface CertificateFiles {
  chain: string
  key: string
}

/** Where certbot keeps the certificate of a name, with all issuers but the root. */
export function certbotFiles(host: string): CertificateFiles {
  const folder = `/etc/letsencrypt/live/${host}`
  return { chain: `${folder}/fullchain.pem`, key: `${folder}/privkey.pem` }
}

/** A whole server block for one name. */
export function serverBlock(host: string, locations: readonly string[]): string {
  const { chain, key } = certbotFiles(host)
  return [
    'server {',
    '    listen 443 ssl;',
    '    listen [::]:443 ssl;',
    `    server_name ${host};`,
    `    ssl_certificate     ${chain};`,
    `    ssl_certificate_key ${key};`,
    '    ssl_protocols TLSv1.2 TLSv1.3;',
    '',
    ...locations.map((location) => location.replaceAll(/^(?=.)/gm, '    ')),
    '    location / { return 404; }',
    '}',
    '',
  ].join('\n')
}
