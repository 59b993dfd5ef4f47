import { useLocation } from 'react-router'
import { Actions, Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { Kicker, MarginNote } from '../../../ui/sheet.tsx'
import type { CheckView } from '../check-view.ts'
import { elapsed, tallyOf } from '../../../ui/count.ts'
import { clock, moment } from '../../../ui/moment.ts'
import { questionCount } from '../view-model/questions.ts'
import { resolversInWords } from '../view-model/resolvers-asked.ts'

/** When, how many questions, who was asked, and what can be done again. */
export function RunMargin({ view }: { view: CheckView }) {
  const { search } = useLocation()
  return (
    <>
      <Kicker>{view.isSample ? 'Domain check of a sample' : 'Domain check'}</Kicker>
      {view.ended === null ? <Running view={view} /> : <Done view={view} />}
      <Actions className="mt-4">
        {view.ended === null ? (
          <Button look="small" onClick={view.actions.stop}>
            Stop asking
          </Button>
        ) : (
          <Button look="small" onClick={view.actions.again}>
            Check again
          </Button>
        )}
        <CopyButton
          what="link"
          look="text"
          text={() => `${window.location.origin}/check${search}`}
        />
      </Actions>
    </>
  )
}

function Running({ view }: { view: CheckView }) {
  return (
    <>
      {view.began > 0 && <MarginNote>Began {clock(view.began)}.</MarginNote>}
      <MarginNote>
        A verdict appears as soon as no answer can change it. The next step waits for all of them.
      </MarginNote>
    </>
  )
}

function Done({ view }: { view: CheckView }) {
  const count = questionCount(view.state.report.facts)
  return (
    <>
      <MarginNote>
        {moment(view.began)}.
        <br />
        {view.isSample
          ? 'Answered inside this page.'
          : `${tallyOf(count, 'question')} in ${elapsed(view.took)}.`}
      </MarginNote>
      <WhoWasAsked view={view} />
    </>
  )
}

function WhoWasAsked({ view }: { view: CheckView }) {
  if (view.isSample)
    return (
      <MarginNote>
        A built-in sample: the domain does not exist, and nothing left this browser.
      </MarginNote>
    )
  const { mtaStsPolicyFile, indicator, evidence } = view.state.facts
  const via = mtaStsPolicyFile?.source.via
  const logo = [indicator, evidence].find((fact) => fact !== undefined)?.source.via
  return (
    <MarginNote>
      Names went to <Prose text={resolversInWords(view.state.facts, view.resolver)} />.{' '}
      {via === 'proxy' && logo !== 'proxy' && 'The policy file was fetched by this site’s proxy.'}
      {via === 'proxy' &&
        logo === 'proxy' &&
        'The policy file and the logo were fetched by this site’s proxy.'}
      {via === 'page' && 'The policy host was asked by this browser itself.'}
      {(via === 'pasted' || via === 'file') && 'The policy file came from you.'}
      {logo === 'page' && ' The host of the logo was asked by this browser itself.'}
      {via !== 'proxy' && logo === 'proxy' && ' The logo was fetched by this site’s proxy.'}
    </MarginNote>
  )
}
