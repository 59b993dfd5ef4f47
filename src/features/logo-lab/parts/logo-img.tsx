import type { Picture } from '../../../ui/use-picture.ts'

export interface LogoImgProps {
  picture: Picture
  alt: string
  className?: string
}

/** A logo as a picture, in a frame that gives it its size. Never anything but `<img>`. */
export function LogoImg({ picture, alt, className = '' }: LogoImgProps) {
  if (picture.state === 'drawing') return <span className="text-small text-ink-2">Drawing …</span>
  if (picture.state === 'nothing')
    return <span className="text-small text-ink-2">Nothing that could be drawn</span>
  return <img src={picture.address} alt={alt} className={`size-full object-contain ${className}`} />
}
