import { Actions, Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import { Term, Terms } from '../../../ui/terms.tsx'
import type { CheckView } from '../check-view.ts'
import { worthAnotherTry } from '../../../queries/failure-words.ts'
import { askedWords, type UnknownItem } from '../view-model/unknown-items.ts'
import { PastePolicy } from './paste-policy.tsx'

/** What could not be checked: whom we asked, that it says nothing about the domain, a way round, a retry. */
export function UnknownRow({ item, view }: { item: UnknownItem; view: CheckView }) {
  const { domain } = view.state.subject
  const { kind } = item
  const isPolicy = kind === 'policy-file'
  return (
    <Disclosure
      id={`unknown-${item.key}`}
      open={kind !== 'lookup'}
      status={<Status kind="unknown" />}
      title={<Prose text={item.title} />}
    >
      <Terms>
        <Term name="Asked">
          <p>
            <Prose text={askedWords(item, view.fetcher, view.resolver)} />{' '}
            {item.aboutDomain ? (
              'The findings above say what that means for the domain.'
            ) : (
              <>
                This says nothing about <code>{domain}</code>.
              </>
            )}
          </p>
          <Names asked={item.asked} />
          {item.detail !== '' && (
            <p className="text-small text-ink-2">
              In its own words: <code>{item.detail}</code>
            </p>
          )}
        </Term>
        <Term name="Instead">
          {isPolicy && <PastePolicy domain={domain} onFact={view.actions.paste} />}
          <OpenAddress item={item} />
          {worthAnotherTry(item.reason) && (
            <Actions>
              <Button look="small" onClick={view.actions.retry}>
                Try again
              </Button>
            </Actions>
          )}
          {kind === 'lookup' && !worthAnotherTry(item.reason) && (
            <p>Ask again after the domain is mended.</p>
          )}
        </Term>
      </Terms>
    </Disclosure>
  )
}

/** A logo or a certificate: whoever opens the address sees what a provider would be given. */
function OpenAddress({ item: { kind, address } }: { item: UnknownItem }) {
  if (address === null || kind === 'policy-file') return null
  return (
    <p>
      Open <a href={address}>the address itself</a>.{' '}
      {kind === 'logo'
        ? 'It should show the logo, without a redirect and without a question in between.'
        : 'It should give text that begins with '}
      {kind === 'certificate' && <code>-----BEGIN CERTIFICATE-----</code>}
      {kind === 'certificate' && '.'}
    </p>
  )
}

function Names({ asked }: { asked: readonly string[] }) {
  if (asked.length < 2) return null
  return (
    <ul className="text-side">
      {asked.map((question) => (
        <li key={question}>
          <Prose text={question} />
        </li>
      ))}
    </ul>
  )
}
