import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { leadsTo, receiveFiles, receiveText, type Received } from '../features/start/intake.ts'
import { PageDrop } from '../ui/page-drop.tsx'

interface Intake {
  received: readonly Received[]
  take: (files: File[]) => void
  clear: () => void
}

const Context = createContext<Intake>({
  received: [],
  take: () => undefined,
  clear: () => undefined,
})

/** What was dropped or pasted and has not led to a page of its own. */
export function useIntake(): Intake {
  return use(Context)
}

/** Takes what is dropped or pasted anywhere: to its page, or to the list on the start page. */
export function ProvideIntake({ children }: { children: ReactNode }) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [received, setReceived] = useState<readonly Received[]>([])
  const lead = useCallback(
    (given: readonly Received[]) => {
      const page = leadsTo(given)
      if (page !== null) return void navigate(page.path, { state: page.state })
      setReceived((before) => [...given, ...before])
      if (pathname !== '/') void navigate('/')
    },
    [navigate, pathname],
  )
  const take = useCallback((files: File[]) => void receiveFiles(files).then(lead), [lead])
  const text = (pasted: string) => {
    // One line is what somebody would type into the box.
    if (/[\r\n]/.test(pasted.trim())) lead([receiveText(pasted)])
    else void navigate(`/check?${new URLSearchParams({ domain: pasted.trim() })}`)
  }
  const intake = useMemo(() => ({ received, take, clear: () => setReceived([]) }), [received, take])
  return (
    <Context value={intake}>
      {children}
      <PageDrop onFiles={take} onText={text} />
    </Context>
  )
}
