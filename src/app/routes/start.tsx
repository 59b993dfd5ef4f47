import { lazy, Suspense, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { forgetPreviousChecks } from '../../queries/previous-check.ts'
import {
  forgetRecentDomains,
  recentDomains,
} from '../../features/domain-check/memory/recent-domains.ts'
import { StartPage } from '../../features/start/start-page.tsx'
import type { Site } from '../../features/start/where-names-go.tsx'
import { offers, siteCapabilities } from '../../gather/capabilities.ts'
import { keepResolverChoice, resolverChoice, type ResolverChoice } from '../../gather/settings.ts'
import { useIntake } from '../intake.tsx'
import { prefetchCheck } from '../loaders.ts'

const SamplesTable = lazy(() => import('../../features/start/samples-table.tsx'))

const loadRefusalWords = async () =>
  (await import('../../features/domain-check/view-model/refusal-words.ts')).refusalWords

export function StartRoute() {
  const navigate = useNavigate()
  const { received, take, clear } = useIntake()
  const [resolver, setResolver] = useState(resolverChoice)
  const [recent, setRecent] = useState(recentDomains)
  const choose = (choice: ResolverChoice) => {
    keepResolverChoice(choice)
    setResolver(choice)
  }
  const forget = () => {
    forgetRecentDomains()
    forgetPreviousChecks()
    setRecent([])
  }
  return (
    <StartPage
      onCheck={(domain) => void navigate(`/check?${new URLSearchParams({ domain })}`)}
      onTyping={prefetchCheck}
      loadRefusalWords={loadRefusalWords}
      resolver={resolver}
      onResolver={choose}
      site={useSite()}
      received={received}
      onFiles={take}
      onClear={clear}
      recent={recent}
      onForget={forget}
      samples={
        <Suspense
          fallback={<output className="block min-h-90 text-ink-2">Judging the samples …</output>}
        >
          <SamplesTable />
        </Suspense>
      }
    />
  )
}

/** What this site can do besides serving the page. */
function useSite(): Site | undefined {
  const [site, setSite] = useState<Site>()
  useEffect(() => {
    let left = false
    const learn = async () => {
      const capabilities = await siteCapabilities()
      if (left) return
      setSite({
        resolves: offers(capabilities, '/dns-query'),
        fetches: offers(capabilities, '/api/policy'),
      })
    }
    void learn()
    return () => {
      left = true
    }
  }, [])
  return site
}
