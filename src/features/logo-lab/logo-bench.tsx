import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { readDomainInput } from '../../protocols/dns/domain-input.ts'
import { usePicture } from '../../ui/use-picture.ts'
import { shieldedLogo } from '../../svg/edit/shielded.ts'
import type { RepairOptions } from '../../svg/fixes/fix.ts'
import type { Repairs } from '../../workers/client.ts'
import type { GivenLogo } from './given-logo.ts'
import type { LogoWork } from './logo-work.ts'
import { CompareSection } from './parts/compare-section.tsx'
import { FindingsSection } from './parts/findings-section.tsx'
import { HandOverSection } from './parts/hand-over-section.tsx'
import { MailboxSection } from './parts/mailbox-section.tsx'
import { RepairSection } from './parts/repair-section.tsx'
import { SeeSection } from './parts/see-section.tsx'
import { TitleSection } from './parts/title-section.tsx'
import type { EditorHandle } from './source/editor-handle.ts'
import { SourceSection } from './source/source-section.tsx'
import { useRepair, type RepairState } from './use-repair.ts'
import { fixedName, handedName, titleFromDomain } from './view-model/file-names.ts'
import { judgeLogo, type JudgedLogo } from './view-model/judged-logo.ts'
import { onPurpose } from './view-model/on-purpose.ts'
import { isReady } from './view-model/repaired-verdict.ts'
import { titleOf } from './view-model/title-of.ts'

export interface LogoBenchProps {
  logo: GivenLogo
  bytes: Uint8Array
  /** The other files that were given. */
  others: readonly GivenLogo[]
  work: LogoWork
  onWork: (work: LogoWork) => void
  onFiles: (files: File[]) => void
  onMade: (made: { name: string; text: string }) => void
  repairs: Repairs | undefined
  wizard: string | undefined
}

/** One logo: judged, shown, repaired, edited, and handed over. */
export function LogoBench(props: LogoBenchProps) {
  const { logo, bytes, work, onWork } = props
  const judged = useJudged(logo.name, bytes, work.text)
  const original = useMemo(() => judgeLogo(logo.name, bytes).logo, [logo.name, bytes])
  const content = useMemo(
    () => (work.text === null ? bytes : new TextEncoder().encode(judged.logo.text)),
    [work.text, bytes, judged],
  )
  const isDrawing = judged.logo.root !== null
  const repair = useRepair(isDrawing ? content : null, work.options, props.repairs)
  const repaired = useRepaired(logo.name, repair.answer?.text ?? null)
  useMade(repair, fixedName(logo.name), props.onMade)
  const [editor, setEditor] = useState<EditorHandle | null>(null)
  const showPlace = (start: number, end: number) => editor?.show(start, end)
  return (
    <>
      <TitleSection
        logo={logo}
        judged={judged}
        repair={repair}
        repaired={repaired?.judged ?? null}
        isChanged={isChanged(work, repair)}
      />
      {isDrawing ? (
        <DrawnParts
          {...props}
          judged={judged}
          repair={repair}
          repaired={repaired}
          onPlace={showPlace}
        />
      ) : (
        <FindingsSection
          name={logo.name}
          text={judged.logo.text}
          isEdited={work.text !== null}
          findings={judged.findings}
          onPlace={showPlace}
        />
      )}
      {original.text !== '' && (
        <SourceSection
          name={logo.name}
          text={work.text ?? original.text}
          original={original.text}
          findings={judged.findings}
          repaired={repair.isWorking ? null : (repair.answer?.text ?? null)}
          onText={(next) => onWork({ ...work, text: next === original.text ? null : next })}
          onReady={setEditor}
        />
      )}
      {isDrawing && <AfterParts {...props} judged={judged} repair={repair} repaired={repaired} />}
    </>
  )
}

interface DrawnPartsProps extends LogoBenchProps {
  judged: JudgedLogo
  repair: RepairState
  repaired: Repaired | null
  onPlace: (start: number, end: number) => void
}

/** What there is to see and to mend in a drawing that could be read. */
function DrawnParts(props: DrawnPartsProps) {
  const { logo, judged, repair, repaired, work, onWork, onPlace } = props
  const droppedText = useMemo(() => shieldedLogo(judged.logo), [judged])
  const afterText = repaired?.drawable ?? droppedText
  const dropped = usePicture(droppedText)
  const after = usePicture(afterText)
  const setOptions = (options: RepairOptions) => {
    const isTitleGiven = work.isTitleGiven || options.title !== work.options.title
    onWork({ ...work, options, isTitleGiven })
  }
  return (
    <>
      <SeeSection
        dropped={dropped}
        repaired={after}
        droppedLogo={judged.logo}
        repairedLogo={repaired?.judged.logo ?? null}
        isCropped={(repaired?.judged ?? judged).findings.some(
          ({ id }) => id === 'logo.shape.circle-crop',
        )}
        proof={proofWords(repair)}
      />
      {repair.answer !== null && (
        <RepairSection
          answer={repair.answer}
          isWorking={repair.isWorking}
          options={work.options}
          onOptions={setOptions}
          onPlace={onPlace}
        />
      )}
      <FindingsSection
        name={logo.name}
        text={judged.logo.text}
        isEdited={work.text !== null}
        findings={judged.findings}
        onPlace={onPlace}
      />
      <MailboxSection
        pictures={{ repaired: after, dropped }}
        drawings={{ repaired: repair.answer?.text ?? judged.logo.text, dropped: judged.logo.text }}
        from={titleOf(repaired?.judged.logo ?? judged.logo) || 'Your organisation'}
      />
    </>
  )
}

/** What comes after the file has been made. */
function AfterParts(props: Omit<DrawnPartsProps, 'onPlace'>) {
  const { logo, judged, repair, repaired, others, work, onWork, onFiles, wizard } = props
  const fileName = handedName(logo.name, isChanged(work, repair))
  const own = repair.answer?.text ?? judged.logo.text
  return (
    <>
      <CompareSection own={own} ownName={fileName} others={others} onChoose={onFiles} />
      <HandOverSection
        fileName={fileName}
        isReady={readiness(repair, repaired)}
        domain={work.domain}
        onDomain={(domain) => onWork(withDomain(work, domain))}
        wizard={wizard}
      />
    </>
  )
}

/** What is typed is shown at once, and judged as soon as there is time. */
function useJudged(name: string, bytes: Uint8Array, text: string | null): JudgedLogo {
  const deferred = useDeferredValue(text)
  return useMemo(() => judgeLogo(name, deferred ?? bytes), [name, deferred, bytes])
}

interface Repaired {
  judged: JudgedLogo
  /** For pictures. */
  drawable: string | null
}

function useRepaired(name: string, text: string | null): Repaired | null {
  return useMemo(() => {
    if (text === null) return null
    const judged = judgeLogo(fixedName(name), text)
    return { judged, drawable: shieldedLogo(judged.logo) }
  }, [name, text])
}

/** By the repairs, or by hand: then it is not handed out under the name of the file that was dropped. */
function isChanged({ text }: LogoWork, { answer }: RepairState): boolean {
  return text !== null || answer === null || answer.steps.length > 0
}

/** Null while it is worked out. */
function readiness({ answer, isWorking }: RepairState, repaired: Repaired | null): boolean | null {
  if (answer === null || repaired === null || isWorking) return null
  return isReady(answer, repaired.judged.findings)
}

/** Hands on what was fixed, and nothing else. */
function useMade({ answer }: RepairState, name: string, onMade: LogoBenchProps['onMade']): void {
  const made = useEffectEvent(onMade)
  useEffect(() => {
    if (answer?.isFixed === true) made({ name, text: answer.text })
  }, [answer, name])
}

/** A domain tells the name of the organisation where the visitor has not. */
function withDomain(work: LogoWork, domain: string): LogoWork {
  const asksTitle = work.options.title !== '' && !work.isTitleGiven
  const reading = readDomainInput(domain)
  const title =
    asksTitle && reading.ok ? titleFromDomain(reading.input.unicode) : work.options.title
  const options = title === work.options.title ? work.options : { ...work.options, title }
  return { ...work, domain, options }
}

function proofWords({ answer, isWorking }: RepairState): string {
  if (answer === null) return isWorking ? 'Repairing, and comparing by pixels …' : 'Not repaired.'
  if (answer.views === 0)
    return answer.same ? 'Nothing had to be drawn differently.' : 'Not compared by pixels.'
  const size = `at up to ${answer.largestView}\u00a0px`
  if (!answer.same) return `The two differ ${size}.`
  const purpose = onPurpose(answer.steps)
  return purpose === ''
    ? `No difference is to be seen ${size}.`
    : `Before ${purpose}, no difference is to be seen ${size}.`
}
