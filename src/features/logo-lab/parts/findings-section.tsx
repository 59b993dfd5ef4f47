import { useRef, useState } from 'react'
import { ruleOf } from '../../../checks/catalogue.ts'
import type { LogoLayer as Layer } from '../../../checks/rules/logo/layers.ts'
import { specLinks } from '../../../checks/spec-address.ts'
import { tallyOf } from '../../../ui/count.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure, Disclosures } from '../../../ui/disclosure.tsx'
import { FindingTerms } from '../../../ui/finding-terms.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { Term, Terms } from '../../../ui/terms.tsx'
import { excerptOf } from '../view-model/excerpt.ts'
import { groupFindings, type FindingGroup } from '../view-model/finding-groups.ts'
import type { Told } from '../view-model/judged-logo.ts'

export interface FindingsSectionProps {
  name: string
  text: string
  isEdited: boolean
  findings: readonly Told[]
  onPlace: (start: number, end: number) => void
}

/** One error alone stands open: a file that is no drawing has nothing else to show. */
const isAlone = ([first, second]: readonly FindingGroup[]) =>
  second === undefined && first?.first.words.severity === 'error'

/** So many rows are made at once; the rest when it is wanted. */
const FIRST = 12

/** Everything that was found in the file as it is, worst first. */
export function FindingsSection({ name, text, isEdited, findings, onPlace }: FindingsSectionProps) {
  const [isWhole, setWhole] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const groups = groupFindings(findings)
  const shown = isWhole ? groups : groups.slice(0, FIRST)
  if (groups.length === 0)
    return (
      <Sheet title="Findings" id="findings">
        <p>
          <Status kind="pass" /> Nothing was found against it.
        </p>
      </Sheet>
    )
  return (
    <Sheet
      title="Findings"
      id="findings"
      margin={
        <MarginNote>
          {isEdited ? 'In the file with your edits.' : 'In the file as it was dropped.'}
        </MarginNote>
      }
    >
      <h3 className="sr-only">Worst first</h3>
      <div ref={list}>
        <Disclosures>
          {shown.map((group) => (
            <GroupRow
              key={group.key}
              group={group}
              isOpen={isAlone(groups)}
              name={name}
              text={text}
              onPlace={onPlace}
            />
          ))}
        </Disclosures>
      </div>
      {shown.length < groups.length && (
        <Button
          look="small"
          onClick={() => {
            setWhole(true)
            // The button goes; reading goes on at the first row that came.
            setTimeout(() => list.current?.querySelectorAll('summary')[FIRST]?.focus())
          }}
        >
          Show {groups.length - shown.length} more
        </Button>
      )}
    </Sheet>
  )
}

type GroupProps = Omit<FindingsSectionProps, 'findings' | 'isEdited'> & { group: FindingGroup }

function GroupRow({ group, isOpen, name, text, onPlace }: GroupProps & { isOpen: boolean }) {
  const { first, all } = group
  const { id, words } = first
  return (
    <Disclosure
      {...(isOpen ? { open: true } : {})}
      status={<Status kind={words.severity} />}
      title={
        <>
          <Prose text={words.title} />
          {all.length > 1 && (
            <span className="font-normal text-ink-2"> · {tallyOf(all.length, 'place')}</span>
          )}
        </>
      }
    >
      <Terms>
        <Term name="Seen">
          <Places group={group} name={name} text={text} onPlace={onPlace} />
        </Term>
        <FindingTerms
          why={words.why}
          advice={words.advice}
          lead={`${LAYER_WORDS[first.layer]} `}
          specs={specLinks(ruleOf(id).spec)}
          id={id}
        />
      </Terms>
    </Disclosure>
  )
}

const PLACES = 5

function Places({ group, name, text, onPlace }: GroupProps) {
  const spots = group.all.flatMap(({ spot, words }) =>
    spot === undefined || spot.end === 0 ? [] : [{ spot, tone: words.severity }],
  )
  if (spots.length === 0)
    return (
      <p>
        The whole file, <code>{name}</code>
      </p>
    )
  return (
    <>
      {spots.slice(0, PLACES).map(({ spot, tone }) => {
        const excerpt = excerptOf(text, spot)
        return (
          <RawText
            key={spot.start}
            name={
              <button
                type="button"
                className="link-line"
                onClick={() => onPlace(spot.start, spot.end)}
              >
                {excerpt.place}
              </button>
            }
            text={excerpt.text}
            marks={[{ start: excerpt.start, end: excerpt.end, tone }]}
          />
        )
      })}
      {spots.length > PLACES && (
        <p className="text-side">… and {tallyOf(spots.length - PLACES, 'more place')}.</p>
      )}
    </>
  )
}

const LAYER_WORDS: Record<Layer, string> = {
  schema: 'Demanded by the published schema:',
  draft: 'Demanded by the draft, or by what logos are used for:',
  provider: 'Asked for by mailbox providers, or good practice:',
}
