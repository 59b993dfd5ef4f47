import { Link, useLocation } from 'react-router'
import { Mark } from '../ui/mark.tsx'
import { AnotherDomain } from './another-domain.tsx'

const PAGES = [
  { to: '/', words: 'Check', holds: /^\/(check(\/file)?)?$/ },
  { to: '/mta-sts', words: 'MTA-STS', holds: /^\/mta-sts$/ },
  { to: '/tls-rpt', words: 'TLS-RPT', holds: /^\/tls-rpt$/ },
  { to: '/bimi', words: 'BIMI', holds: /^\/bimi$/ },
  { to: '/logo', words: 'Logo', holds: /^\/logo$/ },
  { to: '/rules', words: 'Rules', holds: /^\/rules(\/|$)/ },
  { to: '/about', words: 'About', holds: /^\/about$/ },
]

/** The letterhead: name, pages, and on every page but the first the box for another domain. */
export function Masthead() {
  const { pathname } = useLocation()
  const start = pathname === '/'
  return (
    <header className="border-b border-ink">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-end gap-x-9 px-gutter pt-4">
        <Link
          to="/"
          className="flex items-end gap-3 pb-1 text-head leading-none font-semibold tracking-[-0.02em] no-underline lg:pb-3"
        >
          {/* The seal is pressed onto the rule under the letterhead. */}
          {!start && (
            <Mark className="relative -mb-[0.35rem] size-10 forced-color-adjust-auto lg:-mb-[2.35rem] lg:size-13" />
          )}
          Signet
        </Link>
        <nav
          aria-label="Main"
          className="flex flex-wrap gap-x-6 text-side max-lg:w-full print:hidden"
        >
          {PAGES.map(({ to, words, holds }) => (
            <Link
              key={to}
              to={to}
              aria-current={holds.test(pathname) ? 'page' : undefined}
              className="mb-1 block border-b-2 border-transparent py-1 no-underline hover:border-edge aria-[current]:border-ink aria-[current]:font-semibold lg:mb-0 lg:border-b-3 lg:pt-2 lg:pb-[calc(0.75rem-3px)] forced-colors:not-aria-[current]:border-[Canvas]"
            >
              {words}
            </Link>
          ))}
        </nav>
        {!start && <AnotherDomain />}
      </div>
    </header>
  )
}
