/** Each page's code, asked for when it is first wanted, or before. */
export const loadCheck = () => import('./routes/check.tsx')
export const loadFile = () => import('./routes/file.tsx')
export const loadMtaSts = () => import('./routes/mta-sts.tsx')
export const loadTlsRpt = () => import('./routes/tls-rpt.tsx')
export const loadBimi = () => import('./routes/bimi.tsx')
export const loadLogo = () => import('./routes/logo.tsx')
export const loadRules = () => import('./routes/rules.tsx')
export const loadRule = () => import('./routes/rule.tsx')
export const loadAbout = () => import('./routes/about.tsx')

/** Fetches the check page while the visitor types. A failure shows only when the page is really wanted. */
export function prefetchCheck(): void {
  loadCheck().catch(() => undefined)
}
