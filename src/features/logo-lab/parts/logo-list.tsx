import { useMemo } from 'react'
import { Button } from '../../../ui/button.tsx'
import { DropZone } from '../../../ui/drop-zone.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import type { GivenLogo } from '../given-logo.ts'
import { judgeLogo } from '../view-model/judged-logo.ts'
import { layerVerdicts, worstStanding } from '../view-model/verdicts.ts'
import { PasteBox } from './paste-box.tsx'

export interface LogoListProps {
  logos: readonly GivenLogo[]
  shown: string
  onShow: (key: string) => void
  onForget: (key: string) => void
  onFiles: (files: File[]) => void
  onText: (text: string) => void
}

export const MORE_ID = 'more'

/** All files that were given, each with its verdict, and the place for another. */
export function LogoList(props: LogoListProps) {
  const { logos, shown, onShow, onForget, onFiles, onText } = props
  return (
    <Sheet title="Files" id={MORE_ID}>
      <ul aria-label="Files that were given" className="border-t border-rule">
        {logos.map((logo) => (
          <li
            key={logo.key}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-2"
          >
            <button
              type="button"
              aria-current={logo.key === shown || undefined}
              onClick={() => {
                onShow(logo.key)
                window.scrollTo({ top: 0 })
              }}
              className="min-h-8 min-w-0 flex-1 text-left link-line aria-[current]:font-semibold aria-[current]:no-underline"
            >
              <code>{logo.name}</code>
              {logo.key === shown && <span className="text-ink-2"> · shown</span>}
            </button>
            <Verdict logo={logo} />
            <Button
              look="text"
              aria-label={`Forget ${logo.name}`}
              onClick={({ currentTarget }) => {
                const heading = currentTarget.closest('section')?.querySelector('h2')
                onForget(logo.key)
                heading?.focus()
              }}
            >
              Forget
            </Button>
          </li>
        ))}
      </ul>
      <DropZone onFiles={onFiles}>
        <p>
          <b>Drop another logo anywhere on this page.</b> All files stay in this browser’s memory; a
          reload forgets them.
        </p>
      </DropZone>
      <PasteBox onText={onText} />
    </Sheet>
  )
}

function Verdict({ logo: { name, bytes } }: { logo: GivenLogo }) {
  const standing = useMemo(
    () => (bytes === null ? 'error' : worstStanding(layerVerdicts(judgeLogo(name, bytes)))),
    [name, bytes],
  )
  return <Status kind={standing} />
}
