import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import { tallyOf } from '../../../ui/count.ts'
import type { VerdictLine } from '../view-model/verdict-line.ts'

const ROW =
  'grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-rule last:border-ink ' +
  'md:grid-cols-[var(--label)_10rem_minmax(0,1fr)] md:items-baseline'

/** Protocol, verdict and one sentence each; prerequisites smaller below. */
export function VerdictList({ lines }: { lines: readonly VerdictLine[] }) {
  return (
    <dl className="border-t border-ink">
      {lines.map((line) => (
        <Line key={line.protocol} line={line} />
      ))}
    </dl>
  )
}

function Line({ line }: { line: VerdictLine }) {
  const { name, anchor, minor, standing, word, sentence, notices } = line
  const pace = minor ? 'py-2 text-side' : 'py-3'
  return (
    <div className={`${ROW} ${pace}`}>
      <dt className={`leading-tight font-semibold ${minor ? '' : 'text-lead tracking-[-0.01em]'}`}>
        <a href={`#${anchor}`} className="inline-block min-h-6 no-underline hover:underline">
          <span className="whitespace-nowrap">{name}</span>
        </a>
      </dt>
      <dd className="self-center md:self-baseline">
        <Status kind={standing}>{word}</Status>
      </dd>
      <dd className="col-span-full md:col-auto">
        <Prose text={sentence} />
        {standing === 'pass' && notices > 0 && (
          <span className="text-ink-2"> · {tallyOf(notices, 'notice')}</span>
        )}
      </dd>
    </div>
  )
}
