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
  /** Words that the visitor must replace, exactly as they stand in files or steps. */
  replaceHere: string[]
}

export interface PolicyHosting {
  id: string
  title: string
  write: (site: PolicySite) => Hosted
}

export const POLICY_PATH = '/.well-known/mta-sts.txt'
