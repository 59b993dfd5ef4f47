import type { ReactNode } from 'react'
import { SHAPES, type StatusKind } from './status-shapes.tsx'

/** Each state's own word; a place may say it more exactly ("Covered", "Still the old one"). */
const WORDS: Record<StatusKind, string> = {
  error: 'Error',
  warning: 'Warning',
  notice: 'Notice',
  pass: 'Pass',
  unknown: 'Could not check',
  'not-applicable': 'Not applicable',
  absent: 'Not published',
  asking: 'Asking',
  waiting: 'Not yet asked',
  crashed: 'Our bug',
}

const COLOURS: Record<StatusKind, string> = {
  error: 'text-error',
  warning: 'text-warning',
  notice: 'text-notice',
  pass: 'text-pass',
  unknown: 'text-unknown',
  'not-applicable': 'text-ink-3',
  absent: 'text-ink-2',
  asking: 'text-ink-2',
  waiting: 'text-ink-2',
  crashed: 'text-ink',
}

export interface StatusProps {
  kind: StatusKind
  /** A more exact word than the state's own. */
  children?: ReactNode
  className?: string
}

/** Shape, word and colour: none of the three is ever alone. */
export function Status({ kind, children, className = '' }: StatusProps) {
  return (
    <span
      className={`inline-flex items-baseline gap-[0.45em] font-semibold whitespace-nowrap ${COLOURS[kind]} ${className}`}
    >
      <StatusShape kind={kind} className="relative top-[0.12em] size-[1em]" />
      {children ?? WORDS[kind]}
    </span>
  )
}

/** The shape alone, in its colour, for places where the word stands nearby. */
export function StatusShape({ kind, className = 'size-[1em]' }: Omit<StatusProps, 'children'>) {
  const turning = kind === 'asking' ? 'motion-safe:animate-turn' : ''
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 16 16"
      className={`flex-none forced-color-adjust-auto ${COLOURS[kind]} ${turning} ${className}`}
    >
      {SHAPES[kind]}
    </svg>
  )
}

/** The word of a state, for sentences. */
export function statusWord(kind: StatusKind): string {
  return WORDS[kind]
}
