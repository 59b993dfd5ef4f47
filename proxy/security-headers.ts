/**
 * The one source of the security headers: both doors send them, and the build writes them into `dist/_headers` for
 * static hosts. docs/decisions/006-content-policy.md says why each is as wide as it is.
 */
const CONTENT_SECURITY_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  // Logos are shown from memory, never from their address.
  'img-src': "'self' blob: data:",
  // Own origin, the chosen resolver, and the policy host of the domain that is being checked: any host.
  'connect-src': "'self' https:",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  // No code of ours makes mark-up of what came from outside. DOMPurify makes a policy for itself, to
  // read a logo that is then shown as a picture; src/workers makes one that lets the address of its own code through.
  'trusted-types': 'dompurify signet-worker',
}

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': Object.entries(CONTENT_SECURITY_POLICY)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; '),
  'X-Content-Type-Options': 'nosniff',
  // Addresses of pages hold domain names.
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Files with a hash in their name never change. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

/** The same as a `_headers` file, in the form that Netlify, Cloudflare Pages and Workers' static assets read. */
export function headersFile(): string {
  const everywhere = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`)
  return ['/*', ...everywhere, '/assets/*', `  Cache-Control: ${IMMUTABLE}`, ''].join('\n')
}
