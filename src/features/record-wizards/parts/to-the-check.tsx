import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { buttonClass } from '../../../ui/button.tsx'
import type { Rounds } from '../queries/use-rounds.ts'

export interface ToTheCheckProps {
  domain: string
  rounds: Rounds | null
  /** Makes the check ask afresh: what it saw before is no longer so. */
  onCheck: () => void
  children?: ReactNode
}

/** The end of a wizard: the full check, and what comes after it. */
export function ToTheCheck({ domain, rounds, onCheck, children }: ToTheCheckProps) {
  const address = `/check?${new URLSearchParams({ domain })}`
  if (rounds?.phase !== 'done')
    return (
      <p>
        When all are live,{' '}
        <Link to={address} onClick={onCheck}>
          check the whole domain
        </Link>
        . {children}
      </p>
    )
  return (
    <>
      <p>All of it is live. {children}</p>
      <Link to={address} onClick={onCheck} className={buttonClass('plain')}>
        Check the whole domain
      </Link>
    </>
  )
}
