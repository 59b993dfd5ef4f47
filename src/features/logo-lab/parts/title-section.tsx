import { gzipSync } from 'fflate'
import type { ReactNode } from 'react'
import { Actions, Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { Kicker, MarginNote, TitleSheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { authoringTool } from '../../../svg/authoring-tool.ts'
import type { GivenLogo } from '../given-logo.ts'
import type { RepairState } from '../use-repair.ts'
import { handedName } from '../view-model/file-names.ts'
import type { JudgedLogo } from '../view-model/judged-logo.ts'
import { isReady, repairedVerdict } from '../view-model/repaired-verdict.ts'
import { bytesWords, layerVerdicts } from '../view-model/verdicts.ts'
import { LayerList, LayerRow } from './layer-list.tsx'
import { MORE_ID } from './logo-list.tsx'

export interface TitleSectionProps {
  logo: GivenLogo
  judged: JudgedLogo
  repair: RepairState
  repaired: JudgedLogo | null
  /** By the repairs, or by hand. */
  isChanged: boolean
}

/** The answer: three layers apart, what the repairs make of it, and the file to take away. */
export function TitleSection(props: TitleSectionProps) {
  const { logo, judged, repair, repaired, isChanged } = props
  const isDrawing = judged.logo.root !== null
  return (
    <TitleSheet mono title={logo.name} margin={<Margin logo={logo} judged={judged} />}>
      <LayerList verdicts={layerVerdicts(judged)}>
        {isDrawing && <RepairedRow repair={repair} repaired={repaired} />}
      </LayerList>
      <Downloads
        name={logo.name}
        repair={repair}
        findings={repaired?.findings ?? []}
        isDrawing={isDrawing}
        isChanged={isChanged}
      />
    </TitleSheet>
  )
}

function RepairedRow({ repair, repaired }: Pick<TitleSectionProps, 'repair' | 'repaired'>) {
  const { answer, isWorking, failure, retry } = repair
  if (failure !== null)
    return (
      <LayerRow
        name="Repaired"
        status={<Status kind="unknown">Could not repair</Status>}
        sentence={
          <>
            The part of Signet that repairs did not run: {failure}. It says nothing about the logo.{' '}
            <button type="button" className="link-line" onClick={retry}>
              Try again
            </button>
          </>
        }
      />
    )
  if (answer === null || repaired === null || isWorking)
    return (
      <LayerRow
        name="Repaired"
        status={<Status kind="asking">Repairing</Status>}
        sentence={<output>Mending what can be mended, and comparing by pixels …</output>}
      />
    )
  const { standing, word, sentence } = repairedVerdict(answer, repaired.findings)
  return (
    <LayerRow
      name="Repaired"
      status={<Status kind={standing}>{word}</Status>}
      sentence={
        <output>
          <Prose text={sentence} />
        </output>
      }
    />
  )
}

interface DownloadsProps {
  name: string
  repair: RepairState
  /** In what was repaired. */
  findings: JudgedLogo['findings']
  isDrawing: boolean
  isChanged: boolean
}

function Downloads({ name, repair, findings, isDrawing, isChanged }: DownloadsProps) {
  const { answer, isWorking } = repair
  const another = (
    <Button look="text" onClick={toTheFiles}>
      Drop another
    </Button>
  )
  if (!isDrawing) return <Actions>{another}</Actions>
  const text = answer?.text ?? ''
  const isOff = answer === null || isWorking
  const file = handedName(name, isChanged)
  const words =
    answer !== null && !answer.isFixed ? 'Download what was repaired' : `Download ${file}`
  return (
    <Actions>
      <Button
        look={answer !== null && isReady(answer, findings) ? 'main' : 'plain'}
        disabled={isOff}
        onClick={() => saveFile(file, 'image/svg+xml', text)}
      >
        {words}
      </Button>
      <Button disabled={isOff} onClick={() => saveSvgz(handedName(name, isChanged, 'svgz'), text)}>
        Download SVGZ
      </Button>
      {answer !== null && <CopyButton look="plain" what="as text" text={text} />}
      {another}
    </Actions>
  )
}

/** Who presses it goes on there: with the keyboard, too. */
function toTheFiles(): void {
  const place = document.getElementById(MORE_ID)
  place?.scrollIntoView()
  place?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
}

function saveSvgz(name: string, text: string): void {
  const packed = gzipSync(new TextEncoder().encode(text), { level: 9, mtime: 0 })
  saveFile(name, 'image/svg+xml', packed)
}

function Margin({ logo, judged }: Pick<TitleSectionProps, 'logo' | 'judged'>): ReactNode {
  const tool = authoringTool(judged.logo)
  return (
    <>
      <Kicker>Logo lab</Kicker>
      <MarginNote>
        {VIA[logo.via]} {kindWords(judged)}, {bytesWords(logo.size)}&nbsp;bytes
        {tool === null ? '' : `, written by ${tool.name}`}.
      </MarginNote>
      {tool !== null && (
        <MarginNote>
          <Prose text={tool.advice} />
        </MarginNote>
      )}
      <MarginNote>
        The file has not left this browser. This page cannot be linked, and a reload forgets it.
      </MarginNote>
    </>
  )
}

const VIA: Record<GivenLogo['via'], string> = {
  file: 'Dropped:',
  pasted: 'Pasted:',
  sample: 'Our sample:',
}

function kindWords({ logo }: JudgedLogo): string {
  if (logo.instead !== null) return logo.instead
  return logo.compressed ? 'SVGZ' : 'SVG'
}
