import { Link } from 'react-router'
import { Disclosures } from '../../../ui/disclosure.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { Term, Terms } from '../../../ui/terms.tsx'
import { checkAddress } from '../view-model/check-params.ts'
import { findingKeys } from '../view-model/finding-keys.ts'
import { isSameFile, type Message, type ResultLine } from '../view-model/message.ts'
import { FindingRow } from './finding-row.tsx'
import { SvgPicture } from './svg-picture.tsx'

export interface MessageViewProps {
  message: Message
  /** The published logo, base64, where a check has fetched it. */
  published: string | null
}

/** The results that receivers wrote, what the rules say of them, and the embedded logo. */
export function MessageView({ message, published }: MessageViewProps) {
  const { results, fields, logo } = message
  return (
    <div className="space-y-4 pt-6">
      <MessageFindings message={message} />
      <h3>What stands in the message</h3>
      <Terms ruled>
        {results.map(({ key, server, lines }, place) => (
          <Term key={key} name={place === 0 ? 'Topmost result' : 'Below it'}>
            <p>
              By <code className="wrap-anywhere">{server === '' ? 'nobody named' : server}</code>
            </p>
            <Results lines={lines} />
          </Term>
        ))}
        {results.length === 0 && (
          <Term name="Results">
            <p>
              There is no <code>Authentication-Results</code> field: the receiver wrote down
              nothing.
            </p>
          </Term>
        )}
        {fields.map(({ name, value }, place) => (
          <Term key={`${place} ${name}`} name={name}>
            <p>
              <code className="wrap-anywhere">{value}</code>
            </p>
          </Term>
        ))}
        {logo !== null && (
          <Term name="Embedded logo">
            <SvgPicture body={logo} alt="The logo embedded in the message" />
            {published !== null && (
              <p>
                {isSameFile(logo, published)
                  ? 'Byte for byte the file that is published now.'
                  : 'Not the same bytes as the file that is published now.'}
              </p>
            )}
          </Term>
        )}
      </Terms>
      {results.length > 1 && (
        <p className="text-side text-ink-2">
          The last receiver writes on top. What stands below may have been there when the message
          was sent, so only the topmost counts.
        </p>
      )}
      <SenderLink sender={message.sender} />
    </div>
  )
}

function Results({ lines }: { lines: readonly ResultLine[] }) {
  if (lines.length === 0) return <p className="text-ink-2">No result in it.</p>
  return (
    <ul>
      {lines.map(({ result, details }, place) => (
        <li key={place}>
          <code>
            <b>{result}</b>
          </code>
          {details !== '' && (
            <span className="wrap-anywhere text-ink-2">
              {' '}
              <Prose text={details} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function MessageFindings({ message: { findings, facts } }: { message: Message }) {
  if (findings.length === 0) return <p>No rule about messages found anything.</p>
  const keys = findingKeys(findings)
  return (
    <>
      <h3>Findings in the message</h3>
      <Disclosures>
        {findings.map((finding, place) => (
          <FindingRow
            key={keys.get(finding)}
            id={`message-${keys.get(finding) ?? finding.id}`}
            finding={finding}
            facts={facts}
            open={place === 0 && finding.words.severity === 'error'}
            correction={null}
          />
        ))}
      </Disclosures>
    </>
  )
}

function SenderLink({ sender }: { sender: Message['sender'] }) {
  if (sender === null) return null
  const { domain, selector } = sender
  return (
    <p>
      <Link to={checkAddress({ typed: domain, selector })}>
        Check <code>{domain}</code>
        {selector !== null && (
          <>
            {' '}
            with the selector <code>{selector}</code>
          </>
        )}
      </Link>
    </p>
  )
}
