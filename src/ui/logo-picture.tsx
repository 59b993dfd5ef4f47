import type { ReactNode } from 'react'
import { usePicture } from './use-picture.ts'

export interface LogoPictureProps {
  /** The drawing as text, exactly as it came; it is made harmless before it is shown. */
  svg: string
  /** What it is: "The logo at https://…". */
  alt: string
}

/** A drawing from outside in an `<img>`, on paper as a square and on ink as a circle, as mail programs cut it. */
export function LogoPicture({ svg, alt }: LogoPictureProps) {
  const shown = usePicture(svg)
  if (shown.state === 'drawing') return <p className="text-side text-ink-2">Drawing the logo …</p>
  if (shown.state === 'nothing')
    return <p className="text-side">This browser finds no drawing in it that could be shown.</p>
  return (
    <div className="flex flex-wrap gap-4 forced-color-adjust-none">
      <Frame className="rounded-corner bg-[white]">
        <img src={shown.address} alt={alt} className="size-full object-contain" />
      </Frame>
      <Frame className="rounded-full bg-[black]">
        <img src={shown.address} alt="" className="size-full rounded-full object-cover" />
      </Frame>
    </div>
  )
}

function Frame({ className, children }: { className: string; children: ReactNode }) {
  return <div className={`size-28 flex-none border border-edge p-px ${className}`}>{children}</div>
}
