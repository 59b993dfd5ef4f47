import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Prose } from '../../../ui/prose.tsx'
import type { CheckView } from '../check-view.ts'
import { resolversInWords } from '../view-model/resolvers-asked.ts'
import { Ledger } from './ledger.tsx'

/** The ledger: in full view while the page waits, at hand afterwards. */
export function AskedSection({ view }: { view: CheckView }) {
  const [shown, setShown] = useState(false)
  const waiting = view.ended === null
  return (
    <div className={waiting || shown ? '' : 'print:hidden'}>
      <Sheet
        id="asked"
        title="Asked"
        margin={
          <MarginNote>
            Every question, whom it went to, and what came back. Facts carry no colour: rules judge
            them afterwards.
          </MarginNote>
        }
      >
        {(waiting || shown) && <Ledger view={view} />}
        {!waiting && (
          <Button look="text" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown
              ? 'Hide the questions'
              : `Show all ${view.questions.length} questions and answers`}
          </Button>
        )}
        <p className="text-small text-ink-2">
          {view.isSample ? (
            'All questions were answered by the samples built into this page.'
          ) : (
            <>
              Asked: <Prose text={resolversInWords(view.state.facts, view.resolver)} />. Files:{' '}
              {view.fetcher}.
            </>
          )}
        </p>
      </Sheet>
    </div>
  )
}
