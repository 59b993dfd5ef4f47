import type { ReactNode } from 'react'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import type { Picture } from '../../../ui/use-picture.ts'
import type { Logo } from '../../../svg/logo.ts'
import { frameOf, isFramed } from '../view-model/drawable.ts'
import { weightsOf } from '../view-model/weights.ts'
import { LogoImg } from './logo-img.tsx'
import { SizeMeter } from './size-meter.tsx'

export interface SeeSectionProps {
  dropped: Picture
  repaired: Picture
  droppedLogo: Logo
  repairedLogo: Logo | null
  /** Is something drawn outside the circle? */
  isCropped: boolean
  /** "No difference is to be seen at 512 px." */
  proof: string
}

const STAGE =
  'grid aspect-square w-full place-items-center overflow-hidden border border-rule p-[8%] forced-color-adjust-none'

/** Before, after, and cut to a circle. */
export function SeeSection(props: SeeSectionProps) {
  const { dropped, repaired, droppedLogo, repairedLogo, isCropped, proof } = props
  return (
    <Sheet title="See" id="see" margin={<MarginNote>{proof}</MarginNote>}>
      <div className="grid gap-6 sm:grid-cols-3">
        <Stage name="Dropped" note={frameOf(droppedLogo)}>
          <div className={`checker ${STAGE}`}>
            <LogoImg picture={dropped} alt="The logo as it was dropped" />
          </div>
        </Stage>
        <Stage name="Repaired" note={repairedLogo === null ? '' : frameOf(repairedLogo)}>
          <div className={`checker ${STAGE}`}>
            <LogoImg picture={repaired} alt="The logo as it is after the repairs" />
          </div>
        </Stage>
        <Stage name="Cut to a circle" note={circleWords(repairedLogo ?? droppedLogo, isCropped)}>
          <div className={`bg-inset ${STAGE}`}>
            <div className="aspect-square w-full overflow-hidden rounded-full border border-edge bg-[white]">
              <LogoImg picture={repaired} alt="The repaired logo, cut to a circle" />
            </div>
          </div>
        </Stage>
      </div>
      <SizeMeter what="Dropped" bytes={droppedLogo.bytes} weights={weightsOf(droppedLogo)} />
      {repairedLogo !== null && (
        <SizeMeter what="Repaired" bytes={repairedLogo.bytes} weights={weightsOf(repairedLogo)} />
      )}
    </Sheet>
  )
}

function circleWords(logo: Logo, isCropped: boolean): string {
  if (!isFramed(logo)) return 'what is lost depends on its size'
  return isCropped ? 'parts of it are lost' : 'nothing drawn is lost'
}

function Stage({ name, note, children }: { name: string; note: string; children: ReactNode }) {
  return (
    <figure>
      {children}
      <figcaption className="mt-2 text-side text-ink-2">
        <b className="text-ink">{name}</b> {note}
      </figcaption>
    </figure>
  )
}
