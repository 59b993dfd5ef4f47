import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { siteSources } from '../gather/page-sources.ts'
import { ProvideSources } from '../queries/make-sources.ts'

/** Lives as long as the page: going back shows what was seen, and no page asks what another one has asked. */
const client = new QueryClient()

/** Around every page that looks domains up. */
export function Asking({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <ProvideSources value={siteSources}>{children}</ProvideSources>
    </QueryClientProvider>
  )
}
