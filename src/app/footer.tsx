import { Link } from 'react-router'
import { ThemeSwitch } from './theme-switch.tsx'

export function Footer() {
  return (
    <footer className="border-t border-ink text-side">
      <div className="mx-auto w-full max-w-page px-gutter pt-6 pb-9">
        <div className="space-y-4 lg:ml-[calc(var(--side)+var(--s-6))]">
          <p className="text-ink-2">
            Files that you drop are read in this browser and stay in it. Domain names go to the
            resolver you choose; the policy file and the published logo are fetched by this site’s
            proxy.
          </p>
          <ul className="flex flex-wrap gap-x-6 gap-y-1 *:min-h-6 print:hidden">
            <li>
              <Link to="/about#leaves">What leaves the browser</Link>
            </li>
            <li>
              <Link to="/rules">All rules</Link>
            </li>
            <li>
              <Link to="/about#terminal">Command line</Link>
            </li>
            <li>
              <Link to="/about">About and licence</Link>
            </li>
          </ul>
          <ThemeSwitch />
        </div>
      </div>
    </footer>
  )
}
