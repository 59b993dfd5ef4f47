import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import {
  leadsTo,
  LOGO_PAGE,
  receiveFiles,
  receiveText,
  type Received,
  type ReceivedLogo,
} from '../features/start/intake.ts'
import { PageDrop } from '../ui/page-drop.tsx'

interface Intake {
  received: readonly Received[]
  take: (files: File[]) => void
  takeText: (text: string) => void
  clear: () => void
  /** Logos that were given, the newest last. They live as long as the page is open, and in no link. */
  logos: readonly ReceivedLogo[]
  forgetLogo: (key: string) => void
  /** The logo that the lab made last, for whoever publishes it. */
  made: MadeLogo | null
  keepMade: (made: MadeLogo) => void
}

export interface MadeLogo {
  name: string
  text: string
}

const nothing = () => undefined
const Context = createContext<Intake>({
  received: [],
  take: nothing,
  takeText: nothing,
  clear: nothing,
  logos: [],
  forgetLogo: nothing,
  made: null,
  keepMade: nothing,
})

/** What was dropped or pasted and has not led to a page of its own; and the logos. */
export function useIntake(): Intake {
  return use(Context)
}

/** Takes what is dropped or pasted anywhere: to its page, or to the list on the start page. */
export function ProvideIntake({ children }: { children: ReactNode }) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [received, setReceived] = useState<readonly Received[]>([])
  const [logos, setLogos] = useState<readonly ReceivedLogo[]>([])
  const [made, keepMade] = useState<MadeLogo | null>(null)
  const lead = useCallback(
    (given: readonly Received[]) => {
      const drawings = given.flatMap(({ logo }) => (logo === null ? [] : [logo]))
      if (drawings.length > 0) setLogos((before) => [...before, ...drawings])
      const page = leadsTo(given)
      if (page !== null)
        return void navigate(page.path, { state: page.state, replace: page.path === pathname })
      setReceived((before) => [...given, ...before])
      if (pathname !== '/') void navigate('/')
    },
    [navigate, pathname],
  )
  const take = useCallback(
    (files: File[]) => void receiveFiles(files, pathname === LOGO_PAGE).then(lead),
    [lead, pathname],
  )
  const takeText = useCallback(
    (pasted: string) => {
      const one = receiveText(pasted)
      // One line is what somebody would type into the box, unless it is a drawing.
      if (one.logo !== null || /[\r\n]/.test(pasted.trim())) lead([one])
      else void navigate(`/check?${new URLSearchParams({ domain: pasted.trim() })}`)
    },
    [lead, navigate],
  )
  const intake = useMemo(
    () => ({
      received,
      take,
      takeText,
      clear: () => setReceived([]),
      logos,
      forgetLogo: (key: string) => setLogos((before) => before.filter((one) => one.key !== key)),
      made,
      keepMade,
    }),
    [received, take, takeText, logos, made],
  )
  return (
    <Context value={intake}>
      {children}
      <PageDrop onFiles={take} onText={takeText} />
    </Context>
  )
}
