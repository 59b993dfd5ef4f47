import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** After a navigation reading goes on at the new page's title: it receives the focus once it is there. */
export function useNavigationFocus(): void {
  const { pathname, hash } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    // The first page has its focus from the browser; another query on the same page moves nothing.
    if (before.current === pathname) return undefined
    before.current = pathname
    if (hash !== '') return undefined
    return whenThere('main h1', (title) => title.focus({ preventScroll: true }))
  }, [pathname, hash])
}

/** Calls back with the first element that matches, now or when a lazily loaded page has brought it. */
export function whenThere(selector: string, found: (element: HTMLElement) => void): () => void {
  const look = () => {
    const element = document.querySelector<HTMLElement>(selector)
    if (element === null) return false
    found(element)
    return true
  }
  if (look()) return () => undefined
  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect()
  })
  observer.observe(document.body, { childList: true, subtree: true })
  return () => observer.disconnect()
}
