import type { ReactNode } from 'react'

/** Names in the first column, what they stand for in the second: the inside of a finding, the facts of a rule. */
export function Terms({ children, ruled = false }: { children: ReactNode; ruled?: boolean }) {
  const lines = ruled
    ? '*:border-t *:border-rule *:py-2 *:last:border-b *:text-side'
    : 'pb-6 *:pt-3'
  return <dl className={lines}>{children}</dl>
}

export function Term({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="gap-x-4 md:grid md:grid-cols-labelled">
      <dt className="text-side leading-[1.65] text-ink-2 italic">{name}</dt>
      <dd className="min-w-0 space-y-2">{children}</dd>
    </div>
  )
}
