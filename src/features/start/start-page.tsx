import { lazy, Suspense, useId, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { ResolverChoice } from '../../gather/settings.ts'
import { DropZone } from '../../ui/drop-zone.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Prose } from '../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../ui/sheet.tsx'
import { DomainBox } from './domain-box.tsx'
import type { Received } from './intake.ts'
import { ReceivedList } from './received-list.tsx'
import { RecentDomains } from './recent-domains.tsx'
import type { ChooseResolverProps } from './resolver-choice.tsx'
import type { RefusalWords } from './typed-domain.ts'
import { WhereNamesGo, type Site } from './where-names-go.tsx'

export interface StartPageProps {
  onCheck: (typed: string) => void
  onTyping: () => void
  loadRefusalWords: () => Promise<RefusalWords>
  resolver: ResolverChoice
  onResolver: (choice: ResolverChoice) => void
  site: Site | undefined
  received: readonly Received[]
  onFiles: (files: File[]) => void
  onClear: () => void
  recent: readonly string[]
  onForget: () => void
  /** The table of samples, which arrives when the rules have. */
  samples: ReactNode
}

export function StartPage(props: StartPageProps) {
  const { received, onClear, recent, onForget, samples } = props
  return (
    <>
      <title>Signet: MTA-STS, TLS-RPT and BIMI, checked</title>
      <Hero {...props} />
      <ReceivedList received={received} onClear={onClear} />
      {recent.length > 0 && <RecentDomains domains={recent} onForget={onForget} />}
      <Sheet
        title="Try"
        margin={
          <MarginNote>
            Sample domains end in <code>.example</code>. They are answered from inside the page,
            without a network.
          </MarginNote>
        }
      >
        {samples}
      </Sheet>
      <Make />
      <Sheet title="Look up">
        <ul>
          <Entry to="/rules" name="Rules">
            <Prose text="Everything Signet can find in MTA-STS, TLS-RPT, BIMI and what they stand on: what it looks like, why it matters, what to do, and the section that says so." />
          </Entry>
          <Entry to="/about#terminal" name="Command line">
            The same checks in a terminal and in continuous integration, with JSON and an exit
            status.
          </Entry>
        </ul>
      </Sheet>
    </>
  )
}

/** The wizards, and the lab. */
function Make() {
  return (
    <Sheet
      title="Make"
      margin={
        <MarginNote>
          Each record is read back by the rules that check it. The steps come in the order that is
          safe to publish.
        </MarginNote>
      }
    >
      <ul>
        <Entry to="/mta-sts" name="MTA-STS">
          Tell senders to deliver only over verified TLS. Makes the policy file, the web server’s
          settings and the DNS record, and watches until they are live.
        </Entry>
        <Entry to="/tls-rpt" name="TLS-RPT">
          Ask senders for a daily report on the TLS connections that worked and those that failed.
          One DNS record, at any time.
        </Entry>
        <Entry to="/bimi" name="BIMI">
          Publish a logo for mailboxes to show beside your mail. Comes after DMARC is at{' '}
          <code>quarantine</code> or <code>reject</code>.
        </Entry>
        <Entry to="/logo" name="Logo lab">
          Drop the SVG that a designer sent: see each fault at its place, mend what can be mended,
          and what mailboxes would show. It stays in this browser.
        </Entry>
      </ul>
    </Sheet>
  )
}

function Hero(props: StartPageProps) {
  const title = useId()
  const { site, resolver, onResolver, onFiles } = props
  const siteResolves = site?.resolves === true
  return (
    <section aria-labelledby={title} className="mx-auto mb-14 max-w-box text-center">
      <Flap />
      <h1 id={title} tabIndex={-1} className="mb-3">
        See your domain as mail servers see it
      </h1>
      <p className="mx-auto text-lead text-balance text-ink-2">
        <Prose text="Signet checks MTA-STS, TLS-RPT and BIMI, says what to do first, and writes the records." />
      </p>
      <DomainBox
        onCheck={props.onCheck}
        onTyping={props.onTyping}
        loadRefusalWords={props.loadRefusalWords}
        renderGoes={(domain) => <WhereNamesGo domain={domain} choice={resolver} site={site} />}
      />
      <Resolver choice={resolver} siteResolves={siteResolves} onChoice={onResolver} />
      <div className="mt-6">
        <Drop onFiles={onFiles} />
      </div>
    </section>
  )
}

const ChooseResolver = lazy(() => import('./resolver-choice.tsx'))

/** Closed until it is wanted, its code too. */
function Resolver(props: ChooseResolverProps) {
  const [wanted, setWanted] = useState(false)
  return (
    <details
      className="text-left text-side text-ink-2 print:hidden"
      onToggle={({ currentTarget }) => setWanted((before) => before || currentTarget.open)}
    >
      <summary className="inline-block min-h-6 link-line">Choose another resolver</summary>
      <Suspense fallback={null}>{wanted && <ChooseResolver {...props} />}</Suspense>
    </details>
  )
}

function Drop({ onFiles }: { onFiles: (files: File[]) => void }) {
  return (
    <DropZone
      onFiles={onFiles}
      hint={
        <span className="text-side text-ink-2">
          or paste with <kbd>Ctrl</kbd> <kbd>V</kbd>
        </span>
      }
    >
      <p>
        <b>Or drop a file anywhere on this page:</b> an SVG logo, or a policy file{' '}
        <code>mta-sts.txt</code> before you publish it. The bytes decide what a file is, not its
        name. Files stay in this browser.
      </p>
    </DropZone>
  )
}

/** The page is the envelope: two hairlines fall from the corners of the sheet to the seal. */
function Flap() {
  return (
    <div
      aria-hidden="true"
      className="relative -mt-(--main-top) mr-[calc(50%-50vw)] mb-9 ml-[calc(50%-50vw)] h-[clamp(4.5rem,9vw,7.5rem)] print:hidden"
    >
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        focusable="false"
        className="absolute inset-0 size-full max-w-none"
      >
        <path
          d="M0 0L50 100L100 0"
          vectorEffect="non-scaling-stroke"
          className="fill-none stroke-ink stroke-1"
        />
      </svg>
      <Mark className="absolute -bottom-7 left-1/2 size-22 -translate-x-1/2 forced-color-adjust-auto" />
    </div>
  )
}

function Entry({ to, name, children }: { to: string; name: string; children: ReactNode }) {
  return (
    <li className="gap-x-6 border-t border-rule py-3 first:border-t-0 first:pt-0 md:grid md:grid-cols-[10rem_minmax(0,1fr)] md:items-baseline">
      <Link to={to} className="text-lead font-semibold tracking-[-0.01em]">
        {name}
      </Link>
      <p>{children}</p>
    </li>
  )
}
