import { useLayoutEffect } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { whenThere } from './navigation-focus.ts'

/** Where each entry of the history was scrolled to, by its key. Lives as long as the page. */
const places = new Map<string, number>()

/** How long a page may grow before going back to its place is given up, in milliseconds. */
const PATIENCE = 2000

/** New pages begin at the top or at the named section; going back returns to where one was. */
export function useScrollMemory(): void {
  const { key, hash } = useLocation()
  const kind = useNavigationType()

  // Before the browser paints: a shorter page moves the place at once, and that is not where one was.
  useLayoutEffect(() => {
    window.history.scrollRestoration = 'manual'
    const note = () => places.set(key, window.scrollY)
    window.addEventListener('scroll', note, { passive: true })
    return () => window.removeEventListener('scroll', note)
  }, [key])

  useLayoutEffect(() => {
    const place = places.get(key)
    if (kind === 'POP' && place !== undefined) return scrollWhenTall(place)
    if (hash !== '')
      return whenThere(`#${CSS.escape(decodeURIComponent(hash.slice(1)))}`, (target) =>
        target.scrollIntoView(),
      )
    if (kind === 'PUSH') window.scrollTo(0, 0)
    return undefined
    // Filters and other changes of the query replace the entry and keep the place.
  }, [key, hash, kind])
}

/** Scrolls to a place as soon as the page is tall enough to have it. */
function scrollWhenTall(place: number): () => void {
  const root = document.documentElement
  const tall = () => root.scrollHeight - window.innerHeight >= place
  if (tall()) {
    window.scrollTo(0, place)
    return () => undefined
  }
  const observer = new ResizeObserver(() => {
    if (!tall()) return
    window.scrollTo(0, place)
    observer.disconnect()
  })
  observer.observe(document.body)
  const stop = setTimeout(() => observer.disconnect(), PATIENCE)
  return () => {
    clearTimeout(stop)
    observer.disconnect()
  }
}
