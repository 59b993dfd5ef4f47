import type { ReactElement } from 'react'

export type StatusKind =
  | 'error'
  | 'warning'
  | 'notice'
  | 'pass'
  | 'unknown'
  | 'not-applicable'
  | 'absent'
  | 'asking'
  | 'waiting'
  | 'crashed'

const stroke = { fill: 'none', stroke: 'currentColor' }

/** Drawn on a square of 16: octagon, triangle, lozenge, tick, broken ring, bar, ring, arc, three dots, cracked square. */
export const SHAPES: Record<StatusKind, ReactElement> = {
  error: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M15.4 11.1L11.1 15.4H4.9L.6 11.1V4.9L4.9.6h6.2l4.3 4.3zM10.23 4.43L8 6.66 5.77 4.43 4.43 5.77 6.66 8l-2.23 2.23 1.34 1.34L8 9.34l2.23 2.23 1.34-1.34L9.34 8l2.23-2.23z"
    />
  ),
  warning: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M8 .8l7.7 14H.3zM7 5.6v4.6h2V5.6zM7 11.4v1.9h2v-1.9z"
    />
  ),
  notice: (
    <>
      <path {...stroke} strokeWidth="1.7" d="M8 1.2L14.8 8 8 14.8 1.2 8z" />
      <path fill="currentColor" d="M7.1 7.2h1.8v4H7.1zM7.1 4.6h1.8v1.8H7.1z" />
    </>
  ),
  pass: <path {...stroke} strokeWidth="2.4" d="M1.8 8.6l4.3 4.5L14.3 3" />,
  unknown: (
    <>
      <circle {...stroke} cx="8" cy="8" r="6.9" strokeWidth="1.7" strokeDasharray="2.7 1.635" />
      <path
        {...stroke}
        strokeWidth="1.6"
        d="M5.9 6.3c0-1.3.9-2 2.1-2s2.1.8 2.1 1.9c0 1.5-2.1 1.7-2.1 3.3"
      />
      <path fill="currentColor" d="M7.1 10.6h1.8v1.8H7.1z" />
    </>
  ),
  'not-applicable': <path {...stroke} strokeWidth="2" d="M2 8h12" />,
  absent: <circle {...stroke} cx="8" cy="8" r="6.6" strokeWidth="1.5" />,
  asking: <path {...stroke} strokeWidth="2" d="M8 1.5A6.5 6.5 0 1 1 1.5 8" />,
  waiting: <path fill="currentColor" d="M2 7h2v2H2zM7 7h2v2H7zM12 7h2v2h-2z" />,
  crashed: (
    <path {...stroke} strokeWidth="1.7" d="M1.5 1.5h13v13h-13zM9.8 1.5L6.4 6.2l3.4 2.6-3.3 5.7" />
  ),
}
