/**
 * Mail providers as their MX records show them, with the `mx` lines that their customers' policies usually have. Data,
 * not judgement: the lines of a policy always come from the live MX first.
 */
export interface Provider {
  id: string
  name: string
  /** Ends of MX host names, complete labels. */
  suffixes: readonly string[]
  /** Usual `mx` lines; empty where exact hosts are better. */
  patterns: readonly string[]
  /** When the provider's documentation or live policies were read; null: known by experience only. */
  read: string | null
}

export const PROVIDERS: readonly Provider[] = [
  {
    id: 'microsoft-365',
    name: 'Microsoft 365',
    suffixes: ['mail.protection.outlook.com'],
    patterns: ['*.mail.protection.outlook.com'],
    read: '2026-09',
  },
  {
    // Two labels stand under mx.microsoft, so `*.mx.microsoft` matches nothing: the exact host, or its own label's wildcard.
    id: 'microsoft-365-dane',
    name: 'Microsoft 365 with DNSSEC',
    suffixes: ['mx.microsoft'],
    patterns: [],
    read: '2026-09',
  },
  {
    id: 'google-workspace',
    name: 'Google Workspace',
    suffixes: ['smtp.google.com', 'aspmx.l.google.com', 'googlemail.com'],
    patterns: ['smtp.google.com', 'aspmx.l.google.com', '*.aspmx.l.google.com', '*.googlemail.com'],
    read: '2026-09',
  },
  {
    id: 'fastmail',
    name: 'Fastmail',
    suffixes: ['messagingengine.com'],
    patterns: ['*.messagingengine.com'],
    read: null,
  },
  {
    id: 'proton',
    name: 'Proton Mail',
    suffixes: ['protonmail.ch'],
    patterns: ['mail.protonmail.ch', 'mailsec.protonmail.ch'],
    read: null,
  },
  {
    id: 'zoho',
    name: 'Zoho Mail',
    suffixes: ['zoho.com', 'zoho.eu', 'zoho.in'],
    patterns: ['*.zoho.com', '*.zoho.eu', '*.zoho.in'],
    read: null,
  },
  {
    id: 'icloud',
    name: 'iCloud Mail',
    suffixes: ['mail.icloud.com'],
    patterns: ['*.mail.icloud.com'],
    read: null,
  },
  { id: 'proofpoint', name: 'Proofpoint', suffixes: ['pphosted.com'], patterns: [], read: null },
  { id: 'mimecast', name: 'Mimecast', suffixes: ['mimecast.com'], patterns: [], read: null },
]

/** Does a name end with these complete labels? */
export function isUnder(name: string, suffix: string): boolean {
  return name === suffix || name.endsWith(`.${suffix}`)
}

/** The provider that a mail server belongs to, or null. */
export function providerOf(host: string): Provider | null {
  const name = host.toLowerCase().replace(/\.$/, '')
  return PROVIDERS.find(({ suffixes }) => suffixes.some((suffix) => isUnder(name, suffix))) ?? null
}

/** The usual lines that cover at least one of these hosts; a wildcard stands for one label. */
export function usualPatterns(provider: Provider, hosts: readonly string[]): string[] {
  return provider.patterns.filter((pattern) => hosts.some((host) => covers(pattern, host)))
}

function covers(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host
  return host.slice(host.indexOf('.') + 1) === pattern.slice(2)
}
