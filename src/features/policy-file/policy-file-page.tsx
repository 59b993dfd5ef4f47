import { Link } from 'react-router'
import { specAddress, specName } from '../../checks/spec-address.ts'
import { ruleOf } from '../../checks/catalogue.ts'
import type { GivenPolicy } from '../../gather/given-policy.ts'
import { placeOf } from '../../protocols/text/place.ts'
import { Disclosure, Disclosures } from '../../ui/disclosure.tsx'
import { Prose } from '../../ui/prose.tsx'
import { RawText } from '../../ui/raw-text.tsx'
import { Kicker, MarginNote, Sheet, TitleSheet } from '../../ui/sheet.tsx'
import { Status, StatusShape } from '../../ui/status.tsx'
import { Term, Terms } from '../../ui/terms.tsx'
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
                open={place === 0}
              />
            ))}
          </Disclosures>
        </Sheet>
      )}
      <Sheet title="Not looked at">
        <p>
          Whether the file fits a domain: its mail servers, its policy host, its record.{' '}
          <Link to="/">Check the domain</Link> for those, once the file is published or before.
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

/** The worst finding of each line, beside it. */
function asides(text: string, findings: readonly Told[]) {
  return new Map(
    findings
      .toReversed()
      .flatMap(({ spot, words }) =>
        spot === undefined
          ? []
          : [
              [
                placeOf(text, spot).line,
                <StatusShape key="shape" kind={words.severity} className="inline size-[1em]" />,
              ],
            ],
      ),
  )
}

function Finding({ finding, open }: { finding: Told; open: boolean }) {
  const { id, words } = finding
  return (
    <Disclosure
      status={<Status kind={words.severity} />}
      title={<Prose text={words.title} />}
      open={open}
    >
      <Terms>
        <Term name="Why">
          <p>
            <Prose text={words.why} />
          </p>
        </Term>
        <Term name="Do">
          <p>
            <Prose text={words.advice} />
          </p>
        </Term>
        <Term name="Rule">
          <p className="text-side">
            {ruleOf(id).spec.map((spec) => (
              <span key={specName(spec)}>
                <a href={specAddress(spec) ?? undefined}>{specName(spec)}</a>.{' '}
              </span>
            ))}
            <Link to={`/rules/${id}`}>
              <code>{id}</code>
            </Link>
          </p>
        </Term>
      </Terms>
    </Disclosure>
  )
}
