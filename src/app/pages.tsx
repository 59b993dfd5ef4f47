import { lazy, Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { ErrorBoundary } from './error-boundary.tsx'
import {
  loadAbout,
  loadBimi,
  loadCheck,
  loadFile,
  loadLogo,
  loadMtaSts,
  loadRule,
  loadRules,
  loadTlsRpt,
} from './loaders.ts'
import { useNavigationFocus } from './navigation-focus.ts'
import { NotFound } from './routes/not-found.tsx'
import { StartRoute } from './routes/start.tsx'
import { Shell } from './shell.tsx'
import { useScrollMemory } from './scroll-memory.ts'

const CheckRoute = lazy(loadCheck)
const FileRoute = lazy(loadFile)
const MtaStsRoute = lazy(loadMtaSts)
const TlsRptRoute = lazy(loadTlsRpt)
const BimiRoute = lazy(loadBimi)
const LogoRoute = lazy(loadLogo)
const RulesRoute = lazy(loadRules)
const RuleRoute = lazy(loadRule)
const AboutRoute = lazy(loadAbout)

/** Every page inside the shell. An error keeps the shell, and the next navigation clears it. */
export function Pages() {
  const { pathname } = useLocation()
  useScrollMemory()
  useNavigationFocus()
  return (
    <Shell>
      <ErrorBoundary key={pathname}>
        <Suspense fallback={<Opening />}>
          <Routes>
            <Route path="/" element={<StartRoute />} />
            <Route path="/check" element={<CheckRoute />} />
            <Route path="/check/file" element={<FileRoute />} />
            <Route path="/mta-sts" element={<MtaStsRoute />} />
            <Route path="/tls-rpt" element={<TlsRptRoute />} />
            <Route path="/bimi" element={<BimiRoute />} />
            <Route path="/logo" element={<LogoRoute />} />
            <Route path="/rules" element={<RulesRoute />} />
            <Route path="/rules/:id" element={<RuleRoute />} />
            <Route path="/about" element={<AboutRoute />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  )
}

/** Seen only when a page's own code takes long to arrive. */
function Opening() {
  return <output className="block py-14 text-ink-2">Opening the page …</output>
}
