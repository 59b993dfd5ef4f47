import type { CorrectedText } from '../../../checks/corrections/corrected-text.ts'
import { Prose } from '../../../ui/prose.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { changedText } from '../view-model/changed-text.ts'
import { countOf } from '../../../ui/count.ts'

export interface ChangedTextBlockProps {
  corrected: CorrectedText
  /** The page's one main action. */
  main?: boolean
}

/** A text to publish, what is new in it marked, and what was decided for the owner below it. */
export function ChangedTextBlock({ corrected, main = false }: ChangedTextBlockProps) {
  const { marks, asides } = changedText(corrected)
  const { text, kind, notes, removed } = corrected
  return (
    <>
      <RawText
        name={nameOf(corrected)}
        text={text}
        marks={marks}
        asides={new Map([...asides].map(([line, words]) => [line, <i key={line}>{words}</i>]))}
        numbered={kind === 'file'}
        copy={kind === 'file' ? 'file' : 'record'}
        main={main}
      />
      {removed.length > 0 && <Removed lines={removed} />}
      {notes.map((note) => (
        <p key={note} className="text-side text-ink-2">
          <Prose text={note} />
        </p>
      ))}
    </>
  )
}

function Removed({ lines }: { lines: readonly string[] }) {
  return (
    <p className="text-side text-ink-2">
      Left out:{' '}
      {lines.map((line, place) => (
        <span key={place}>
          {place > 0 && ', '}
          <code>{line}</code>
        </span>
      ))}
    </p>
  )
}

function nameOf({ kind, old, text, changes, removed }: CorrectedText): string {
  const what = kind === 'file' ? 'Policy file' : 'TXT record'
  if (old === null) return `${what}, new`
  const count = changes.length + removed.length
  if (count === 0) return `${what}, ${text === old ? 'as it is now' : 'tidied'}`
  return `${what}, ${countOf(count, 'change')} against the one there now`
}
