import type { ReactNode } from 'react'
import type { Picture } from '../../../ui/use-picture.ts'
import type { Device, Place, Shape } from '../view-model/mailbox-looks.ts'

/** Words of a message that does not exist, the same everywhere, so that only the logo differs. */
export const MESSAGE = {
  time: '09:14',
  subject: 'Your autumn order is on its way',
  text: 'Two parcels left our warehouse this morning and should reach you on Thursday',
} as const

export interface MessageViewProps {
  picture: Picture
  from: string
  side: number
  shape: Shape
  device: Device
  place: Place
  isNight: boolean
  hasCheckMark: boolean
}

const CUT: Record<Shape, string> = {
  circle: 'rounded-full',
  rounded: 'rounded-[22%]',
  square: 'rounded-[4px]',
}

/** One line of an inbox, or the head of a message: drawn plainly, in the colours of a screen and not of this page. */
export function MessageView(props: MessageViewProps) {
  const { picture, from, side, shape, device, place, isNight, hasCheckMark } = props
  const ground = isNight
    ? 'border-[#3c4043] bg-[#1f1f1f] text-[#e8eaed]'
    : 'border-[#dadce0] bg-[#ffffff] text-[#202124]'
  const quiet = isNight ? 'text-[#bdc1c6]' : 'text-[#5f6368]'
  return (
    <div
      className={`grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 border p-3 [font-family:system-ui,sans-serif] text-[0.875rem] leading-snug forced-color-adjust-none ${ground} ${device === 'phone' ? 'max-w-90' : ''}`}
    >
      <Avatar picture={picture} side={side} shape={shape} name={from} />
      {place === 'inbox' ? (
        <div className="min-w-0">
          <p className="truncate font-semibold">
            {from}
            {hasCheckMark && <CheckMark />}
          </p>
          <p className="truncate">{MESSAGE.subject}</p>
          {device === 'phone' && <p className={`truncate ${quiet}`}>{MESSAGE.text}</p>}
        </div>
      ) : (
        <div className="min-w-0">
          <p className="mb-1 truncate text-[1rem]">{MESSAGE.subject}</p>
          <p className="truncate font-semibold">
            {from}
            {hasCheckMark && <CheckMark />}
          </p>
          <p className={`truncate ${quiet}`}>to me</p>
        </div>
      )}
      <p className={`text-[0.75rem] ${quiet}`}>{MESSAGE.time}</p>
    </div>
  )
}

export interface AvatarProps {
  picture: Picture
  side: number
  shape: Shape
  name: string
  children?: ReactNode
}

/** The logo as it is cut; where it is not painted, white shows, as in most programs. */
export function Avatar({ picture, side, shape, name, children }: AvatarProps) {
  return (
    <span
      className={`relative block flex-none overflow-hidden bg-[#ffffff] outline-1 -outline-offset-1 outline-[#0000001f] ${CUT[shape]}`}
      style={{ width: side, height: side }}
    >
      {picture.state === 'picture' && (
        <img
          src={picture.address}
          alt={`Logo of ${name}, ${side} pixels`}
          width={side}
          height={side}
          className="size-full object-cover"
        />
      )}
      {children}
    </span>
  )
}

function CheckMark() {
  return (
    <svg
      viewBox="0 0 16 16"
      role="img"
      aria-label="Verified by a mark certificate"
      className="relative top-[0.12em] ml-1 inline size-[1em]"
    >
      <path
        fill="#1a73e8"
        d="M8 0l2 1.500 2.500-.2.7 2.400 2.100 1.400L14.500 7.500 15.300 10l-2.100 1.400-.7 2.400-2.500-.2L8 15.100l-2-1.500-2.500.2-.7-2.400L.7 10l.8-2.500L.7 5.100l2.100-1.400.7-2.400 2.500.2z"
      />
      <path
        fill="none"
        stroke="#fff"
        strokeWidth="1.800"
        d="M4.600 7.700l2.300 2.400 4.400-4.800"
      />
    </svg>
  )
}
