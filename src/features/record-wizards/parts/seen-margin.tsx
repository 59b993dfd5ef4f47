import { useState } from 'react'
import { Actions, Button } from '../../../ui/button.tsx'
import { clock } from '../../../ui/moment.ts'
import { MarginNote } from '../../../ui/sheet.tsx'
import type { Live } from '../queries/use-live-facts.ts'

export interface SeenMarginProps {
  live: Live
  today: { domain: string; now: number; isComplete: boolean }
}

/** Where what is filled in comes from, and a way to look again. */
export function SeenMargin({ live, today: { domain, now, isComplete } }: SeenMarginProps) {
  const [wasComplete, setWasComplete] = useState(isComplete)
  // Once there, the button stays for whoever has pressed it.
  if (isComplete && !wasComplete) setWasComplete(true)
  return (
    <>
      <MarginNote>
        Filled in from what <code>{domain}</code> publishes today.
      </MarginNote>
      {wasComplete && (
        <>
          <MarginNote>
            {isComplete ? `Looked up at ${clock(now)}.` : 'Looking it up again.'}
          </MarginNote>
          <Actions className="mt-4">
            <Button look="small" idle={!isComplete} onClick={live.lookAgain}>
              Look again
            </Button>
          </Actions>
        </>
      )}
    </>
  )
}
