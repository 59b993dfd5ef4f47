import type { ReactNode } from 'react'
import { Status } from '../../../ui/status.tsx'

/** What is live is not published again; the children say what that means. */
export function LiveLine({ children }: { children: ReactNode }) {
  return (
    <p>
      <Status kind="pass" className="mr-2">
        Live
      </Status>
      {children}
    </p>
  )
}
