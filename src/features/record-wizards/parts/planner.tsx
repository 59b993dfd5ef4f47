import type { Step } from '../../../publish/make/journeys/step.ts'
import { day } from '../../../ui/moment.ts'
import { Prose } from '../../../ui/prose.tsx'

export interface PlannerProps {
  steps: readonly Step[]
  /** What is known to be done. */
  done?: ReadonlySet<string> | undefined
}

/** Steps with their dates, each waiting for those before it. */
export function Planner({ steps, done = new Set() }: PlannerProps) {
  const placeOf = (id: string) => steps.findIndex((step) => step.id === id) + 1
  return (
    <ol className="max-w-[50rem] list-decimal space-y-4 pl-7 marker:font-semibold">
      {steps.map(({ id, title, when, does, why, blockedBy }) => (
        <li key={id} className="space-y-1 pl-1">
          <p className="flex flex-wrap items-baseline justify-between gap-x-6">
            <b>
              <Prose text={title} />
            </b>
            <span className="text-side text-ink-2">
              {done.has(id) ? 'done' : when === null ? 'any day' : <Days {...when} />}
            </span>
          </p>
          <p className="text-side">
            <Prose text={`${does} ${why}`} />{' '}
            {blockedBy.length > 0 && (
              <span className="text-ink-2">After step {blockedBy.map(placeOf).join(' and ')}.</span>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}

function Days({ from, until }: { from: number; until: number | null }) {
  const first = day(from)
  if (until === null)
    return (
      <>
        from <Time time={from} words={first} />
      </>
    )
  const last = day(until)
  if (last === first) return <Time time={from} words={first} />
  return (
    <>
      <Time time={from} words={first} /> to <Time time={until} words={last} />
    </>
  )
}

function Time({ time, words }: { time: number; words: string }) {
  return <time dateTime={new Date(time).toISOString().slice(0, 10)}>{words}</time>
}
