import { Prose } from '../../../ui/prose.tsx'
import { StatusShape, statusWord } from '../../../ui/status.tsx'
import type { Step } from '../view-model/step.ts'

const LINE =
  'before:absolute before:top-[1.65rem] before:bottom-0 before:left-[0.6rem] last:before:hidden ' +
  'md:before:top-[0.6rem] md:before:right-2 md:before:bottom-auto md:before:left-7'

/** A solid line leads on; dotted in the error colour, senders stop; dotted grey, not known. */
const LINKS: Record<Step['link'], string> = {
  on: 'before:border-l before:border-edge md:before:border-t md:before:border-l-0',
  cut: 'before:border-l-2 before:border-dotted before:border-error md:before:border-t-2 md:before:border-l-0',
  open: 'before:border-l-2 before:border-dotted before:border-edge md:before:border-t-2 md:before:border-l-0',
}

/** The words of a step carry its colour only where a rule or a state has judged it. */
const COLOURS: Partial<Record<Step['standing'], string>> = {
  error: 'text-error',
  warning: 'text-warning',
  notice: 'text-notice',
  pass: 'text-pass',
}

/** The steps that senders walk, across on wide screens, down on narrow ones. */
export function Chain({ steps, label }: { steps: readonly Step[]; label: string }) {
  const wide = steps.length < 4 ? 'md:auto-cols-[12rem]' : 'md:auto-cols-fr'
  return (
    <ol aria-label={label} className={`grid pt-1 md:grid-flow-col ${wide}`}>
      {steps.map((step) => (
        <Link key={step.title} step={step} />
      ))}
    </ol>
  )
}

function Link({ step }: { step: Step }) {
  const { title, standing, word, detail, note, link } = step
  return (
    <li
      className={`relative min-w-0 pb-4 pl-9 text-side last:pb-0 md:pt-8 md:pr-4 md:pb-0 md:pl-0 ${LINE} ${LINKS[link]}`}
    >
      <StatusShape kind={standing} className="absolute top-0.5 left-0 size-5 md:top-0" />
      <b className="block text-text leading-tight">{title}</b>
      <span className={`block font-semibold ${COLOURS[standing] ?? 'text-ink-2'}`}>
        {word ?? statusWord(standing)}
      </span>
      <span className="block wrap-anywhere">
        <Prose text={detail} />
      </span>
      {note !== undefined && <span className="block text-ink-2 italic">{note}</span>}
    </li>
  )
}
