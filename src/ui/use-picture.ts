import { useEffect, useState } from 'react'
import { safeSvg } from './safe-svg.ts'

export type Picture =
  { state: 'drawing' } | { state: 'nothing' } | { state: 'picture'; address: string }

const DRAWING: Picture = { state: 'drawing' }
const NOTHING: Picture = { state: 'nothing' }

/** A drawing from outside, made harmless, as an address for `<img>`. While the next one is made, the last one stays. */
export function usePicture(svg: string | null): Picture {
  const [shown, setShown] = useState<Picture>(DRAWING)
  useEffect(() => {
    let left = false
    const show = (file: Blob | null): void => {
      if (left) return
      setShown(file === null ? NOTHING : { state: 'picture', address: URL.createObjectURL(file) })
    }
    if (svg === null) show(null)
    else safeSvg(svg).then(show, () => show(null))
    return () => {
      left = true
    }
  }, [svg])
  useEffect(() => {
    if (shown.state !== 'picture') return undefined
    return () => URL.revokeObjectURL(shown.address)
  }, [shown])
  return shown
}
