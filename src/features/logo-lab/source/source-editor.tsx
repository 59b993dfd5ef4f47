import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { EditorView } from '@codemirror/view'
import type { Told } from '../view-model/judged-logo.ts'
import { createEditor } from './create-editor.ts'
import type { EditorHandle } from './editor-handle.ts'
import { changesBetween } from './changes-between.ts'
import { setMarks } from './marks.ts'
import { LineNotes } from './line-notes.tsx'
import { notesOf, sameTops, topsOf } from './notes.ts'

export interface SourceEditorProps {
  label: string
  text: string
  original: string
  findings: readonly Told[]
  onText: (text: string) => void
  onReady: (editor: EditorHandle | null) => void
}

/** The text and, in its margin, what was found: level with its lines where there is room, below them where there is not. */
export default function SourceEditor(props: SourceEditorProps) {
  const { label, original, findings, onText, onReady } = props
  const host = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<EditorView | null>(null)
  const [tops, setTops] = useState<ReadonlyMap<number, number>>(new Map())
  const notes = notesOf(props.text, findings)
  const place = useEffectEvent((editor: EditorView) => {
    const next = topsOf(editor, notes)
    setTops((before) => (sameTops(before, next) ? before : next))
  })
  const typed = useEffectEvent(onText)
  const ready = useEffectEvent(onReady)
  const begin = useEffectEvent((element: HTMLDivElement) =>
    createEditor({
      host: element,
      label,
      text: props.text,
      original,
      onText: (text) => typed(text),
      onLayout: (editor) => place(editor),
    }),
  )
  useEffect(() => {
    if (host.current === null) return undefined
    const editor = begin(host.current)
    setView(editor)
    ready(handleOf(editor))
    return () => {
      ready(null)
      editor.destroy()
    }
  }, [])
  useEffect(() => {
    if (view === null) return
    const marks = findings
      .slice(0, MOST_MARKS)
      .flatMap(({ spot, words }) =>
        spot === undefined ? [] : [{ start: spot.start, end: spot.end, tone: words.severity }],
      )
    view.dispatch({ effects: setMarks.of(marks) })
    view.requestMeasure({ read: (measured) => measured, write: place })
  }, [view, findings])
  return (
    <div className="max-h-[85vh] overflow-y-auto border border-rule bg-inset lg:grid lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div ref={host} className="min-w-0" />
      <LineNotes
        notes={notes}
        tops={tops}
        onShow={(note) => view !== null && show(view, note.start, note.end)}
      />
    </div>
  )
}

/** Of thousands nobody reads the last; the worst come first. */
const MOST_MARKS = 2000

function handleOf(view: EditorView): EditorHandle {
  return {
    show: (start, end) => show(view, start, end),
    replace: (text) => {
      view.dispatch({
        changes: changesBetween(view.state.doc.toString(), text),
        userEvent: 'input.repair',
      })
    },
  }
}

function show(view: EditorView, start: number, end: number): void {
  const { length } = view.state.doc
  const anchor = Math.min(start, length)
  view.dispatch({
    selection: { anchor, head: Math.min(end, length) },
    scrollIntoView: true,
  })
  view.focus()
}
