import { Button } from '../../../ui/button.tsx'
import { DropZone } from '../../../ui/drop-zone.tsx'
import { Kicker, MarginNote, Sheet, TitleSheet } from '../../../ui/sheet.tsx'
import { PasteBox } from './paste-box.tsx'

export interface EmptyLabProps {
  onFiles: (files: File[]) => void
  onText: (text: string) => void
  onSample: () => void
  /** All the code has been fetched. */
  isAllHere: boolean
}

/** Before there is a logo. */
export function EmptyLab({ onFiles, onText, onSample, isAllHere }: EmptyLabProps) {
  return (
    <>
      <title>Logo lab – Signet</title>
      <TitleSheet
        title="Will this logo do for BIMI?"
        margin={
          <>
            <Kicker>Logo lab</Kicker>
            <MarginNote>
              Logos are read, repaired and drawn in this browser. None leaves it, none is in a link,
              and a reload forgets them.
            </MarginNote>
            {isAllHere && (
              <MarginNote>All of the page’s code is here: from now on it works offline.</MarginNote>
            )}
          </>
        }
      >
        <p className="text-lead">
          Drop the SVG that a designer sent. See each fault at its place, mend what can be mended
          without changing the look, and see what mailboxes would show.
        </p>
        <DropZone
          onFiles={onFiles}
          hint={
            <span className="text-side text-ink-2">
              or paste with <kbd>Ctrl</kbd> <kbd>V</kbd>
            </span>
          }
        >
          <p>
            <b>Drop one or more logos anywhere on this page:</b> <code>.svg</code> or{' '}
            <code>.svgz</code>. The bytes decide what a file is, not its name.
          </p>
        </DropZone>
        <p>
          <Button onClick={onSample}>Try the sample logo</Button>
        </p>
      </TitleSheet>
      <Sheet title="Paste">
        <PasteBox onText={onText} />
      </Sheet>
    </>
  )
}
