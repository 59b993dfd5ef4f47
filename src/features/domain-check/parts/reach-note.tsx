import { useSyncExternalStore } from 'react'
import { Actions, Button } from '../../../ui/button.tsx'
import { Status } from '../../../ui/status.tsx'
import type { CheckView } from '../check-view.ts'
import { reachOf } from '../view-model/reach.ts'

/** Says above the verdicts that nothing, or only a part, could be asked, and whose fault that is not. */
export function ReachNote({ view }: { view: CheckView }) {
  const online = useOnline()
  const { domain } = view.state.subject
  const reach = reachOf(view.state.report.facts)
  if (view.isSample || (online && (reach === 'whole' || view.ended === null))) return null
  return (
    <div className="space-y-2 border-l-2 border-dotted border-edge pl-4">
      <p>
        <Status kind="unknown">
          <output>{online ? WORDS[reach] : 'This browser is offline'}</output>
        </Status>
      </p>
      <p className="text-side">
        {online
          ? 'The resolver did not answer, or an extension or a company network keeps the page from asking it.'
          : 'What came in before stays on the page. Nothing new can be asked until the connection is back.'}{' '}
        This says nothing about <code>{domain}</code>.
      </p>
      {view.ended !== null && (
        <Actions>
          <Button look="small" onClick={view.actions.retry}>
            Try again
          </Button>
        </Actions>
      )}
    </div>
  )
}

const WORDS = {
  none: 'Nothing could be asked',
  part: 'Some questions were not answered',
  whole: 'All questions were answered',
} as const

function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}

function subscribe(changed: () => void): () => void {
  const stop = new AbortController()
  window.addEventListener('online', changed, { signal: stop.signal })
  window.addEventListener('offline', changed, { signal: stop.signal })
  return () => stop.abort()
}
