import { isSampleDomain } from '../../gather/sample/sample-domain.ts'
import { resolverHost, type ResolverChoice } from '../../gather/settings.ts'

/** What this site can do; undefined until it has said so. */
export interface Site {
  resolves: boolean
  fetches: boolean
}

export interface WhereNamesGoProps {
  domain: string | null
  choice: ResolverChoice
  site: Site | undefined
}

/** Says before the check who will learn of the name. */
export function WhereNamesGo({ domain, choice, site }: WhereNamesGoProps) {
  if (domain !== null && isSampleDomain(domain))
    return 'This is a sample, answered from inside the page: nothing leaves this browser.'
  return (
    <>
      The name goes to <Resolver choice={choice} site={site} />, which answers DNS questions,{' '}
      {site?.fetches === false
        ? 'and to the policy host itself: this site has no proxy that would fetch the policy file.'
        : 'and to this site’s proxy, which fetches the policy file and the published logo.'}
    </>
  )
}

function Resolver({ choice, site }: Omit<WhereNamesGoProps, 'domain'>) {
  if (site === undefined && (choice === 'automatic' || choice === 'site')) return 'a resolver'
  const host = resolverHost(choice, site?.resolves === true)
  return host === 'site' ? 'this site’s resolver' : <code>{host}</code>
}
