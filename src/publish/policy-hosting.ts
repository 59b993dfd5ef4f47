/** A place that can serve the policy file, and what it needs for that. */

export interface PolicySite {
  /** `mta-sts.example.com`, in A-labels. */
  policyHost: string
  /** The policy domain, in A-labels. */
  domain: string
  /** The policy as it is to be served, lines ended with CRLF. */
  policy: string
}

export interface HostedFile {
  /** Relative, with `/`; the way it is to lie in the folder that is uploaded. */
  path: string
  text: string
}

export interface Hosted {
  files: HostedFile[]
  /** What to do, in order, one imperative sentence or two each. */
  steps: string[]
  /** Words that the visitor must replace, exactly as they stand in files, steps or alias. */
  replaceHere: string[]
  /** What the policy host is to be an alias (CNAME) of, without final dot; null where it is a server of your own. */
  alias: string | null
}

export interface PolicyHosting {
  id: string
  title: string
  write: (site: PolicySite) => Hosted
}

/** Where a web server of one's own finds the file. */
export const WEB_ROOT = '/var/www/mta-sts'

export const POLICY_PATH = '/.well-known/mta-sts.txt'

/** The policy where web servers look for it, below the folder that they serve. */
export function policyFile({ policy }: PolicySite): HostedFile {
  return { path: POLICY_PATH.slice(1), text: policy }
}

export function policyUrl({ policyHost }: PolicySite): string {
  return `https://${policyHost}${POLICY_PATH}`
}

/** RFC 8461 section 3.3: the file itself, with 200, as plain text, with a certificate for the name, and no redirect. */
export function lookAtIt(site: PolicySite): string {
  return `Fetch \`${policyUrl(site)}\`: it must answer 200 with the file as \`text/plain\`, and neither redirect nor ask for anything.`
}

/** Header fields that every host sends with the file: browsers may read it, and nobody keeps it for long. */
export const POLICY_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['Content-Type', 'text/plain; charset=utf-8'],
  ['Access-Control-Allow-Origin', '*'],
  ['Cache-Control', 'max-age=60'],
]
