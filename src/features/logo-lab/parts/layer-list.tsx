import type { ReactNode } from 'react'
import { tallyOf } from '../../../ui/count.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import type { LayerVerdict } from '../view-model/verdicts.ts'

const ROW =
  'grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-rule py-3 last:border-ink ' +
  'md:grid-cols-[var(--label)_10rem_minmax(0,1fr)] md:items-baseline'

/** The three layers, apart: what the schema, the draft and mailbox providers say; and what becomes of it. */
export function LayerList({
  verdicts,
  children,
}: {
  verdicts: readonly LayerVerdict[]
  children?: ReactNode
}) {
  return (
    <dl className="border-t border-ink">
      {verdicts.map(({ layer, name, standing, sentence, notices }) => (
        <LayerRow
          key={layer}
          name={name}
          status={<Status kind={standing} />}
          sentence={
            <>
              <Prose text={sentence} />
              {standing === 'pass' && notices > 0 && (
                <span className="text-ink-2"> · {tallyOf(notices, 'notice')}</span>
              )}
            </>
          }
        />
      ))}
      {children}
    </dl>
  )
}

export interface LayerRowProps {
  name: string
  status: ReactNode
  sentence: ReactNode
}

export function LayerRow({ name, status, sentence }: LayerRowProps) {
  return (
    <div className={ROW}>
      <dt className="text-lead leading-tight font-semibold tracking-[-0.01em]">{name}</dt>
      <dd className="self-center md:self-baseline">{status}</dd>
      <dd className="col-span-full md:col-auto">{sentence}</dd>
    </div>
  )
}
