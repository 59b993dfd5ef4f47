import { Choice } from '../../../ui/field.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Obstacle } from '../../../svg/fixes/fix.ts'

export interface ObstacleListProps {
  obstacles: readonly Obstacle[]
  consent: ReadonlySet<string>
  onConsent: (consent: ReadonlySet<string>) => void
  onPlace: (start: number, end: number) => void
}

/** What cannot be kept as it looks: which element, why, and what a designer should do. */
export function ObstacleList(props: ObstacleListProps) {
  const { obstacles, consent, onConsent, onPlace } = props
  const asked = obstacles.flatMap((obstacle) => obstacle.consent ?? [])
  const names = [...new Set([...asked, ...consent])]
  if (obstacles.length === 0 && names.length === 0) return null
  return (
    <section aria-labelledby="obstacles">
      <h3 id="obstacles" className="mb-3">
        What cannot be kept
      </h3>
      <ul>
        {obstacles.map(({ element, why, advice, origin }, place) => (
          <li key={place} className="space-y-1 border-t border-rule py-3">
            <p>
              <Status kind="warning">
                <code>{element}</code>
              </Status>{' '}
              <Prose text={`${why}.`} />
            </p>
            <p className="text-side">
              <Prose text={advice} />{' '}
              {origin !== null && (
                <button
                  type="button"
                  className="link-line"
                  onClick={() => onPlace(origin.start, origin.end)}
                >
                  Show it in the source
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {names.map((name) => (
        <Choice
          key={name}
          type="checkbox"
          checked={consent.has(name)}
          onChange={({ currentTarget }) => {
            const next = new Set(consent)
            if (currentTarget.checked) next.add(name)
            else next.delete(name)
            onConsent(next)
          }}
          label={
            <>
              Do without <code>{name}</code>, although it shows
            </>
          }
          help="The logo will look different. Compare both pictures before you use it."
        />
      ))}
    </section>
  )
}
