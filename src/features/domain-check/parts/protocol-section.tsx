import type { ReactNode } from 'react'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Step } from '../view-model/step.ts'
import type { VerdictLine } from '../view-model/verdict-line.ts'
import { Chain } from './chain.tsx'

export interface ProtocolSectionProps {
  line: VerdictLine
  steps: readonly Step[]
  note: ReactNode
  /** More in the margin: what can be asked otherwise. */
  aside?: ReactNode
  children: ReactNode
}

/** One protocol: its verdict in the margin, its chain, and all that was found on the way. */
export function ProtocolSection({ line, steps, note, aside, children }: ProtocolSectionProps) {
  return (
    <Sheet
      id={line.anchor}
      title={<span className="whitespace-nowrap">{line.name}</span>}
      margin={
        <>
          <MarginNote>
            <Status kind={line.standing}>{line.word}</Status>
          </MarginNote>
          <MarginNote>{note}</MarginNote>
          {aside}
        </>
      }
    >
      <Chain steps={steps} label={`Steps of ${line.name}`} />
      {children}
    </Sheet>
  )
}
