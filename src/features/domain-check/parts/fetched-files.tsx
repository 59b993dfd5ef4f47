import type { Fact } from '../../../facts/fact.ts'
import { seenOf, valueOf } from '../../../facts/fact.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Term, Terms } from '../../../ui/terms.tsx'
import type { CheckState } from '../view-model/check-state.ts'
import {
  answerWords,
  evidenceWords,
  hopWords,
  otherRecordSeen,
  outcomeOfFetch,
} from '../view-model/fetched-file.ts'
import { sourceWords } from '../view-model/source-words.ts'
import { LogoVerdict } from './logo-verdict.tsx'
import { SvgPicture } from './svg-picture.tsx'

/** The logo as a picture and the certificate in words: what was fetched, and how. */
export function FetchedFiles({ state }: { state: CheckState }) {
  const { indicator, evidence } = state.facts
  const record = valueOf(state.facts.bimiAssertion)?.record
  if (indicator === undefined && evidence === undefined) return null
  return (
    <>
      <h3>What the record names</h3>
      <Terms ruled>
        {indicator !== undefined && (
          <Term name="Logo">
            <Address address={record?.location ?? indicator.source.name} />
            <Picture fact={indicator} domain={state.subject.unicode} />
            {indicator.state === 'found' && <LogoVerdict answer={indicator.value} />}
            <Told fact={indicator} />
          </Term>
        )}
        {evidence !== undefined && (
          <Term name="Certificate">
            <Address address={record?.evidence ?? evidence.source.name} />
            {evidence.state === 'found' && <p>{evidenceWords(evidence.value)}</p>}
            <Told fact={evidence} />
          </Term>
        )}
      </Terms>
      <OtherRecord state={state} />
    </>
  )
}

function Address({ address }: { address: string }) {
  return (
    <p>
      <code className="wrap-anywhere">{address}</code>
    </p>
  )
}

/** What came with a 404 is no logo. */
function Picture({ fact, domain }: { fact: Fact<HttpAnswer>; domain: string }) {
  if (fact.state !== 'found') return null
  return <SvgPicture body={fact.value.body} alt={`The published logo of ${domain}`} />
}

function Told({ fact }: { fact: Fact<HttpAnswer> }) {
  const answer = seenOf(fact)
  const outcome = outcomeOfFetch(fact)
  return (
    <>
      {outcome !== '' && <p>{<Prose text={outcome} />}</p>}
      {answer !== null &&
        hopWords(answer).map((hop) => (
          <p key={hop} className="wrap-anywhere">
            <Prose text={hop} />
          </p>
        ))}
      {answer !== null && (
        <p className="text-small text-ink-2">
          <Prose text={`${answerWords(answer)} ${sourceWords(fact.source)}`} />
        </p>
      )}
    </>
  )
}

/** The proxy reads the record for itself, with a resolver of its own. */
function OtherRecord({ state: { facts } }: { state: CheckState }) {
  const assertion = valueOf(facts.bimiAssertion)
  const txt = [facts.bimiLocalPartTxt, facts.bimiTxt, facts.bimiOrgTxt].find(
    (fact) => fact?.source.name === assertion?.name,
  )
  const texts = (valueOf(txt) ?? []).map(({ text }) => text)
  const seen = assertion === null ? null : { name: assertion.name, texts }
  const other = [facts.indicator, facts.evidence]
    .map((fact) => otherRecordSeen(fact, seen))
    .find((words) => words !== null)
  if (other === undefined) return null
  return (
    <p>
      <Prose
        text={`This site’s proxy saw another record than this page: ${other}. A change may be on its way; the files above belong to the record of the proxy.`}
      />
    </p>
  )
}
