import { Link } from 'react-router'
import { isFindingId } from '../../../checks/catalogue.ts'
import type { Refusal } from '../../../protocols/dns/domain-input.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Kicker, TitleSheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { refusalWords } from '../view-model/refusal-words.ts'
import { DomainForm } from './domain-form.tsx'

/** What was asked for is no domain: what was seen, what is expected, and the box again. Nothing was asked of anybody. */
export function RefusedInput({ refusal }: { refusal: Refusal }) {
  const { title, advice } = refusalWords(refusal)
  return (
    <TitleSheet title="This is not a domain" margin={<Kicker>Domain check</Kicker>}>
      <title>Not a domain – Signet</title>
      <p className="text-lead">
        <Status kind="error" />{' '}
        <output>
          <Prose text={`${title}.`} />
        </output>
      </p>
      <p>
        <Prose text={advice} /> Nothing was looked up.
      </p>
      <DomainForm typed={refusal.typed} />
      {isFindingId(refusal.code) && (
        <p className="text-small">
          <Link to={`/rules/${refusal.code}`}>
            <code>{refusal.code}</code>
          </Link>
        </p>
      )}
    </TitleSheet>
  )
}
