import type { TextFact } from '../../../facts/raw-text.ts'
import { Prose } from '../../../ui/prose.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { Status } from '../../../ui/status.tsx'
import type { CheckView } from '../check-view.ts'
import type { Told } from '../view-model/check-state.ts'
import { markedTexts, type MarkedText } from '../view-model/marked-texts.ts'
import { policyAnswerWords } from '../view-model/policy-answer-words.ts'
import { sourceWords } from '../view-model/source-words.ts'
import { TextName } from './finding-row.tsx'

export interface RawTextsProps {
  view: CheckView
  fact: TextFact
  title: string
}

/** The texts of a fact as they were seen, every spot marked, the findings beside their lines. */
export function RawTexts({ view, fact, title }: RawTextsProps) {
  const texts = markedTexts(view.state, fact)
  if (texts.length === 0) return null
  const known = view.state.facts[fact]
  const source = known === undefined ? '' : sourceWords(known.source)
  const answer =
    view.state.facts.mtaStsPolicyFile !== undefined && fact === 'mtaStsPolicyFile'
      ? `${policyAnswerWords(view.state.facts.mtaStsPolicyFile)} `
      : ''
  return (
    <>
      <h3>{title}</h3>
      {texts.map((marked, place) => (
        <RawText
          key={place}
          name={<TextName about={marked.about} />}
          text={marked.text}
          marks={marked.marks}
          asides={asides(marked, view)}
          numbered={fact === 'mtaStsPolicyFile'}
          copy={fact === 'mtaStsPolicyFile' ? 'file' : 'record'}
          source={<Prose text={`${answer}${source}`} />}
        />
      ))}
    </>
  )
}

function asides({ lines }: MarkedText, view: CheckView): ReadonlyMap<number, React.ReactNode> {
  return new Map(
    [...lines].map(([line, findings]) => [
      line,
      <Asides key={line} findings={findings} view={view} />,
    ]),
  )
}

/** The findings of one line, each leading to its row. */
function Asides({ findings, view }: { findings: readonly Told[]; view: CheckView }) {
  return findings.map((finding) => {
    const key = view.keys.get(finding) ?? finding.id
    return (
      <a
        key={key}
        href={`#${key}`}
        onClick={() => openRow(key)}
        className="mr-3 inline-block min-h-6 align-baseline"
      >
        <Status kind={finding.words.severity} /> <Prose text={finding.words.title} />
      </a>
    )
  })
}

/** The row has to be open before the browser goes to it. */
function openRow(key: string): void {
  const row = document.getElementById(key)
  if (row instanceof HTMLDetailsElement) row.open = true
}
