import { useLayoutEffect, useRef } from 'react'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Note } from './notes.ts'

export interface LineNotesProps {
  notes: readonly Note[]
  /** Start of a note → where its line is. */
  tops: ReadonlyMap<number, number>
  onShow: (note: Note) => void
}

/** Findings level with their lines; where many meet, each moves down below the one before. */
export function LineNotes({ notes, tops, onShow }: LineNotesProps) {
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const rows = [...(list.current?.children ?? [])]
    let free = 0
    for (const [place, row] of rows.entries()) {
      if (!(row instanceof HTMLElement)) continue
      const wanted = tops.get(notes[place]?.start ?? 0) ?? 0
      // Margins, not positions: the list grows with what is in it.
      const gap = Math.max(0, wanted - free)
      row.style.setProperty('--gap', `${gap}px`)
      free += gap + row.offsetHeight
    }
  }, [notes, tops])
  return (
    <ul
      ref={list}
      aria-label="Findings beside their lines"
      className="min-w-0 px-3 text-small max-lg:border-t max-lg:border-rule max-lg:py-3 lg:border-l lg:border-rule"
    >
      {notes.map((note) => (
        <li key={note.key} className="py-0.5 lg:mt-(--gap)">
          <button
            type="button"
            onClick={() => onShow(note)}
            className="w-full text-left decoration-1 underline-offset-[0.18em] hover:underline"
          >
            <span className="mr-2 font-mono text-ink-3">{note.line}</span>
            <Status kind={note.severity} /> <Prose text={note.title} />
          </button>
        </li>
      ))}
    </ul>
  )
}
