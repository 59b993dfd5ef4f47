import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { CheckPage } from '../../features/domain-check/check-page.tsx'
import { ProvideSources } from '../../features/domain-check/queries/make-sources.ts'
import { DOMAIN_PLAN } from '../../gather/domain-plan.ts'
import { siteSources } from '../../gather/page-sources.ts'

/** Lives as long as the page, so that going back shows what was seen. */
const client = new QueryClient()

export default function CheckRoute() {
  return (
    <QueryClientProvider client={client}>
      <ProvideSources value={siteSources}>
        <CheckPage plans={DOMAIN_PLAN} />
      </ProvideSources>
    </QueryClientProvider>
  )
}
