import type { MouseEvent, ReactNode } from 'react'
import { Footer } from './footer.tsx'
import { Masthead } from './masthead.tsx'

/** The sheet that every page is written on. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#main"
        onClick={skip}
        className="absolute -top-16 left-4 z-10 bg-ink px-4 py-2 text-paper focus:top-2 print:hidden"
      >
        Skip to the content
      </a>
      <Masthead />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-page flex-1 px-gutter pt-(--main-top) pb-14"
      >
        {children}
      </main>
      <Footer />
    </div>
  )
}

/** Without an entry in the history, which would leave the state of this one behind. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
