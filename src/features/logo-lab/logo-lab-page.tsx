import { useEffect, useState } from 'react'
import { loadPurify } from '../../ui/safe-svg.ts'
import { client, type Repairs } from '../../workers/client.ts'
import type { GivenLogo } from './given-logo.ts'
import { LogoBench } from './logo-bench.tsx'
import { forgetWork, hasWork, keepWork, workOn, type LogoWork } from './logo-work.ts'
import { EmptyLab } from './parts/empty-lab.tsx'
import { LogoList } from './parts/logo-list.tsx'
import { TooLarge } from './parts/too-large.tsx'
import { SAMPLE_LOGO } from './sample-logo.ts'
import { loadEditor } from './source/load-editor.ts'

export interface LogoLabPageProps {
  /** The newest last. */
  logos: readonly GivenLogo[]
  /** Key of the one that is shown; null or unknown: the newest. */
  shown: string | null
  onShow: (key: string) => void
  onFiles: (files: File[]) => void
  onText: (text: string) => void
  onForget: (key: string) => void
  /** A file that is valid and looks the same. */
  onMade: (made: { name: string; text: string }) => void
  repairs?: Repairs
  /** Address of the BIMI wizard, where there is one. */
  wizard?: string
}

const SAMPLE_KEY = 'sample'

/** The logo lab: nothing leaves it, and a reload forgets everything. */
export function LogoLabPage(props: LogoLabPageProps) {
  const { shown, onShow, onFiles, onText, onForget, repairs } = props
  const [hasSample, setSample] = useState(() => shown === SAMPLE_KEY && hasWork(SAMPLE))
  const [works, setWorks] = useState<ReadonlyMap<string, LogoWork>>(new Map())
  const isAllHere = useAllCode()
  const logos = hasSample ? [SAMPLE, ...props.logos] : props.logos
  const logo = logos.find(({ key }) => key === shown) ?? logos.at(-1)
  useTitleFocus(logo?.key)
  const takeSample = () => {
    setSample(true)
    onShow(SAMPLE_KEY)
  }
  if (logo === undefined)
    return (
      <EmptyLab onFiles={onFiles} onText={onText} onSample={takeSample} isAllHere={isAllHere} />
    )
  const forget = (key: string) => {
    const given = logos.find((one) => one.key === key)
    if (given !== undefined) forgetWork(given)
    setWorks((before) => new Map([...before].filter(([other]) => other !== key)))
    if (key === SAMPLE_KEY) setSample(false)
    else onForget(key)
  }
  return (
    <>
      <title>{`${logo.name} – Logo lab – Signet`}</title>
      {logo.bytes === null ? (
        <TooLarge key={logo.key} logo={logo} />
      ) : (
        <LogoBench
          key={logo.key}
          logo={logo}
          bytes={logo.bytes}
          others={logos.filter(({ key }) => key !== logo.key)}
          work={works.get(logo.key) ?? workOn(logo)}
          onWork={(work) => {
            keepWork(logo, work)
            setWorks((before) => new Map(before).set(logo.key, work))
          }}
          onFiles={onFiles}
          onMade={props.onMade}
          repairs={repairs}
          wizard={props.wizard}
        />
      )}
      <LogoList
        logos={logos}
        shown={logo.key}
        onShow={onShow}
        onForget={forget}
        onFiles={onFiles}
        onText={onText}
      />
    </>
  )
}

const SAMPLE_BYTES = new TextEncoder().encode(SAMPLE_LOGO.text)
const SAMPLE: GivenLogo = {
  key: SAMPLE_KEY,
  name: SAMPLE_LOGO.name,
  via: 'sample',
  size: SAMPLE_BYTES.length,
  bytes: SAMPLE_BYTES,
}

/** What was pressed to give a logo goes with the empty page: reading goes on at the logo’s name. */
function useTitleFocus(key: string | undefined): void {
  useEffect(() => {
    if (key === undefined || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [key])
}

/** Fetches all the code that a logo will need; once it is there, the page asks nobody for anything. */
function useAllCode(): boolean {
  const [isHere, setHere] = useState(false)
  useEffect(() => {
    let left = false
    const parts = [
      typeof Worker === 'undefined' ? Promise.resolve() : client.start(),
      loadPurify(),
      loadEditor(),
    ]
    const here = (): void => {
      if (!left) setHere(true)
    }
    // What is missing is asked for again when it is needed, and told there.
    Promise.all(parts).then(here, () => undefined)
    return () => {
      left = true
    }
  }, [])
  return isHere
}
