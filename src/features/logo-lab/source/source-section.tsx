import { lazy, Suspense, useMemo, useRef } from 'react'
import { Actions, Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { tallyOf } from '../../../ui/count.ts'
import { Prose } from '../../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Told } from '../view-model/judged-logo.ts'
import type { EditorHandle } from './editor-handle.ts'
import { loadEditor } from './load-editor.ts'

const SourceEditor = lazy(loadEditor)

export interface SourceSectionProps {
  name: string
  text: string
  /** As it was dropped: what differs from it is marked. */
  original: string
  findings: readonly Told[]
  /** Null while it is worked out. */
  repaired: string | null
  onText: (text: string) => void
  /** Receives the editor, so that others can show a place in it. */
  onReady: (editor: EditorHandle | null) => void
}

/** The file as text, to be edited; what was found stands beside its lines and is judged anew while one types. */
export function SourceSection(props: SourceSectionProps) {
  const { name, text, original, findings, repaired, onText, onReady } = props
  const editor = useRef<EditorHandle | null>(null)
  const whole = useMemo(() => findings.filter(({ spot }) => spot === undefined), [findings])
  const beside = findings.length - whole.length
  const ready = (handle: EditorHandle | null) => {
    editor.current = handle
    onReady(handle)
  }
  return (
    <Sheet
      title="Source"
      id="source"
      margin={
        <>
          <MarginNote>{placeWords(beside, whole.length)}</MarginNote>
          <MarginNote>
            Edit it here: it is judged as you type. <kbd>Ctrl</kbd> <kbd>Z</kbd> undoes;{' '}
            <kbd>Tab</kbd> leaves the editor.
          </MarginNote>
        </>
      }
    >
      <WholeFile findings={whole} />
      <Actions>
        <Button
          look="small"
          idle={repaired === null || repaired === text}
          onClick={() => repaired !== null && editor.current?.replace(repaired)}
        >
          Put the repairs into the source
        </Button>
        <Button
          look="small"
          idle={text === original}
          onClick={() => editor.current?.replace(original)}
        >
          Back to the file as dropped
        </Button>
        <CopyButton what="source" text={text} />
      </Actions>
      <Suspense
        fallback={<output className="block min-h-60 text-ink-2">Opening the editor …</output>}
      >
        <SourceEditor
          label={`Source of ${name}`}
          text={text}
          original={original}
          findings={findings}
          onText={onText}
          onReady={ready}
        />
      </Suspense>
    </Sheet>
  )
}

/** Where the findings stand; what there is none of is not counted. */
function placeWords(beside: number, whole: number): string {
  const them = beside === 1 ? 'its line' : 'their lines'
  if (beside === 0 && whole === 0) return 'Nothing was found against this text.'
  if (whole === 0) return `${tallyOf(beside, 'finding')} beside ${them}.`
  if (beside === 0) return `${tallyOf(whole, 'finding')} about the whole file.`
  return `${tallyOf(beside, 'finding')} beside ${them}, and ${whole} about the whole file.`
}

function WholeFile({ findings }: { findings: readonly Told[] }) {
  if (findings.length === 0) return null
  return (
    <ul aria-label="About the whole file" className="space-y-1">
      {findings.map(({ id, words }) => (
        <li key={id}>
          <Status kind={words.severity} /> <Prose text={words.title} />
        </li>
      ))}
    </ul>
  )
}
