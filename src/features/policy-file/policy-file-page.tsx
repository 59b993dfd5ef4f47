import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { specLinks } from '../../checks/spec-address.ts'
import { ruleOf } from '../../checks/catalogue.ts'
import type { GivenPolicy } from '../../gather/given-policy.ts'
import { placeOf } from '../../protocols/text/place.ts'
import { Disclosure, Disclosures } from '../../ui/disclosure.tsx'
import { FindingTerms } from '../../ui/finding-terms.tsx'
import { Prose } from '../../ui/prose.tsx'
import { RawText } from '../../ui/raw-text.tsx'
import { Kicker, MarginNote, Sheet, TitleSheet } from '../../ui/sheet.tsx'
import { Status } from '../../ui/status.tsx'
import { Terms } from '../../ui/terms.tsx'
import { judgeFile, type JudgedFile } from './judge-file.ts'

type Told = JudgedFile['findings'][number]

/** A policy file that was dropped or pasted, judged by itself. */
export function PolicyFilePage({ policy }: { policy: GivenPolicy }) {
  const { text, findings } = judgeFile(policy)
  return (
    <>
      <title>{`${policy.name} – Signet`}</title>
      <TitleSheet
        mono
        title={policy.name}
        margin={
          <>
            <Kicker>Policy file</Kicker>
            <MarginNote>
              {policy.bytes.length} bytes, read in this browser. Nothing was sent.
            </MarginNote>
            <MarginNote>
              The file is in no link: whoever opens this page’s address finds it empty.
            </MarginNote>
          </>
        }
      >
        <p className="text-lead">
          <Summary findings={findings} />
        </p>
      </TitleSheet>
      <Sheet title="The file">
        <RawText
          numbered
          name={<code>{policy.name}</code>}
          text={text}
          copy="file"
          marks={findings.flatMap(({ spot, words }) =>
            spot === undefined ? [] : [{ start: spot.start, end: spot.end, tone: words.severity }],
          )}
          asides={asides(text, findings)}
        />
      </Sheet>
      {findings.length > 0 && (
        <Sheet title="Findings">
          <Disclosures>
            {findings.map((finding, place) => (
              <Finding
                key={`${finding.id}-${finding.spot?.start ?? place}`}
                finding={finding}
                place={place}
              />
            ))}
          </Disclosures>
        </Sheet>
      )}
      <Sheet title="Not looked at">
        <p>
          Whether the file fits a domain: its mail servers, its policy host, its record.{' '}
          <Link to="/">Check the domain</Link> for those.
        </p>
      </Sheet>
    </>
  )
}

function Summary({ findings }: Pick<JudgedFile, 'findings'>) {
  const [worst] = findings
  if (worst === undefined || worst.words.severity === 'notice')
    return (
      <>
        <Status kind="pass" />: senders can use this file as it is.
      </>
    )
  const errors = findings.filter(({ words }) => words.severity === 'error').length
  return (
    <>
      <Status kind={worst.words.severity} />:{' '}
      {errors > 0
        ? 'senders that keep to the RFC do not use this file as it is.'
        : 'it works today, and may not always.'}
    </>
  )
}

/** The findings of each line beside it, worst first. */
function asides(text: string, findings: readonly Told[]): Map<number, ReactNode> {
  const lines = new Map<number, ReactNode>()
  for (const [place, { spot, words }] of findings.entries()) {
    if (spot === undefined) continue
    const { line } = placeOf(text, spot)
    lines.set(
      line,
      <>
        {lines.get(line)}
        <button
          type="button"
          onClick={() => openFinding(place)}
          className="mr-3 text-left decoration-1 underline-offset-[0.18em] hover:underline"
        >
          <Status kind={words.severity} /> <Prose text={words.title} />
        </button>
      </>,
    )
  }
  return lines
}

/** Not a link: another entry of the history would leave the file behind. */
function openFinding(place: number): void {
  const row = document.getElementById(`finding-${place}`)
  if (!(row instanceof HTMLDetailsElement)) return
  row.open = true
  row.querySelector('summary')?.focus()
}

function Finding({ finding, place }: { finding: Told; place: number }) {
  const { id, words } = finding
  return (
    <Disclosure
      status={<Status kind={words.severity} />}
      title={<Prose text={words.title} />}
      open={place === 0}
      id={`finding-${place}`}
    >
      <Terms>
        <FindingTerms
          why={words.why}
          advice={words.advice}
          specs={specLinks(ruleOf(id).spec)}
          id={id}
        />
      </Terms>
    </Disclosure>
  )
}
