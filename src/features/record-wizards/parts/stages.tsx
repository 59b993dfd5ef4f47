import { useEffect, useRef } from 'react'
import { Link, useLocation, useNavigationType } from 'react-router'
import { capitalised } from '../../../ui/count.ts'
import { Status } from '../../../ui/status.tsx'
import type { StatusKind } from '../../../ui/status-shapes.tsx'
import { STAGES, type Stage } from '../wizard.ts'

/** How far a stage is, in a word or three. */
export interface StageState {
  kind: StatusKind
  words: string
}

export interface StagesProps {
  here: Stage
  states: Record<Stage, StageState>
  /** The address of a stage, for links that can be opened elsewhere. */
  addressOf: (stage: Stage) => string
}

/** The way through the page. Each stage is a step of the history, so that going back works. */
export function Stages({ here, states, addressOf }: StagesProps) {
  useStageFocus()
  return (
    <nav aria-label="Steps">
      <ol className="grid border-y border-ink md:grid-cols-3 md:gap-x-6">
        {STAGES.map((stage, place) => (
          <li key={stage} className="max-md:not-first:border-t max-md:not-first:border-rule">
            <Link
              to={{ search: addressOf(stage), hash: stage }}
              aria-current={stage === here ? 'step' : undefined}
              className="group flex items-baseline justify-between gap-x-4 gap-y-1 border-b-3 border-transparent py-3 text-side no-underline aria-[current]:border-ink md:flex-col md:justify-start forced-colors:not-aria-[current]:border-[Canvas]"
            >
              <span className="text-lead leading-tight group-hover:underline">
                {place + 1}. <b>{capitalised(stage)}</b>
              </span>
              <Status kind={states[stage].kind}>{states[stage].words}</Status>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Who follows a link to a stage goes on reading there. */
function useStageFocus(): void {
  const { key, hash } = useLocation()
  const kind = useNavigationType()
  // Null at first: who has just given the domain goes on at what was filled in.
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (last.current === key) return
    last.current = key
    if (kind !== 'PUSH' || !STAGES.some((stage) => hash === `#${stage}`)) return
    const heading = document.querySelector<HTMLElement>(`${hash} h2`)
    heading?.focus({ preventScroll: true })
  }, [key, hash, kind])
}
