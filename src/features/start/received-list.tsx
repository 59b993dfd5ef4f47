import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { Prose } from '../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../ui/sheet.tsx'
import { pageOf, type Received } from './intake.ts'
import { RECEIVED_WORDS } from './received-words.ts'

export interface ReceivedListProps {
  received: readonly Received[]
  onClear: () => void
}

/** Everything that came in and has no page of its own at once, each with what it is and what can be done. */
export function ReceivedList({ received, onClear }: ReceivedListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (received.length > 0) list.current?.scrollIntoView({ block: 'nearest' })
  }, [received])
  return (
    <output className="block" aria-label="What was given">
      {received.length > 0 && (
        <div ref={list}>
          <Sheet
            title="Given"
            margin={<MarginNote>Read in this browser by their bytes. Nothing was sent.</MarginNote>}
          >
            <ul>
              {received.map((one) => (
                <OneReceived key={one.key} received={one} />
              ))}
            </ul>
            <Button look="small" onClick={onClear}>
              Clear the list
            </Button>
          </Sheet>
        </div>
      )}
    </output>
  )
}

function OneReceived({ received }: { received: Received }) {
  const { is, what } = RECEIVED_WORDS[received.kind]
  const page = pageOf(received)
  return (
    <li className="gap-x-6 border-t border-rule py-3 first:border-t-0 first:pt-0 md:grid md:grid-cols-[14rem_minmax(0,1fr)] md:items-baseline">
      <code>{received.name}</code>
      <div>
        <p>
          <b>{is}.</b> <Prose text={what} />
        </p>
        {page !== null && (
          <Link to={page.path} state={page.state}>
            {received.logo === null ? 'Check this file' : 'Open it in the logo lab'}
          </Link>
        )}
      </div>
    </li>
  )
}
