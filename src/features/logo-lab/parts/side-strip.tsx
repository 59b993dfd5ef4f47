import type { Picture } from '../../../ui/use-picture.ts'
import { SIDES } from '../view-model/mailbox-looks.ts'
import { Avatar } from './message-view.tsx'
import { SafeArea } from './safe-area.tsx'

export interface SideStripProps {
  picture: Picture
  name: string
  isOverlaid: boolean
  isNight: boolean
}

const LARGE = 256

/** The logo from the smallest avatar to a large one, round and with soft corners. */
export function SideStrip({ picture, name, isOverlaid, isNight }: SideStripProps) {
  const ground = isNight
    ? 'border-[#3c4043] bg-[#1f1f1f] text-[#e8eaed]'
    : 'border-[#dadce0] bg-[#ffffff] text-[#202124]'
  return (
    <div
      className={`flex flex-wrap items-end gap-x-5 gap-y-4 border p-4 [font-family:system-ui,sans-serif] text-[0.75rem] forced-color-adjust-none ${ground}`}
    >
      <ul className="flex min-w-0 flex-wrap items-end gap-4">
        {SIDES.map((side) => (
          <li key={side} className="grid justify-items-center gap-2">
            <Avatar picture={picture} side={side} shape="circle" name={name} />
            <Avatar picture={picture} side={side} shape="rounded" name={name} />
            <span>{side}</span>
          </li>
        ))}
      </ul>
      <span className="grid justify-items-center gap-2">
        <Avatar picture={picture} side={LARGE} shape="square" name={name}>
          {isOverlaid && <SafeArea />}
        </Avatar>
        <span>{LARGE}</span>
      </span>
    </div>
  )
}
