import { parseAspect, pixelsOf, share, viewBoxOf } from '../edit/viewport.ts'
import { writeAttribute } from '../edit/write.ts'
import { fits } from '../value-types.ts'
import { formatNumber } from '../values/format-number.ts'
import type { Change, Fix } from './fix.ts'

/** Only `xMidYMid` and `none` are allowed. What else it says becomes part of the view box, where it says anything. */
export const aspect: Fix = {
  id: 'aspect',
  title: 'Fit the view box to the frame',
  loss: 'lossless',
  apply({ root }) {
    const { attributes } = root
    const before = attributes.get('preserveAspectRatio')
    if (before === undefined || fits('aspect-ratio', before)) return { changes: [] }
    const { align, isSlice } = parseAspect(before)
    const changes: Change[] = []
    if (align === 'none') attributes.set('preserveAspectRatio', 'none')
    else {
      attributes.delete('preserveAspectRatio')
      const viewBox = attributes.get('viewBox') ?? ''
      const after = laid(root, align, isSlice)
      if (after !== null) {
        attributes.set('viewBox', after)
        changes.push({
          what: 'Fit `viewBox` to the frame',
          before: writeAttribute('viewBox', viewBox),
          after: writeAttribute('viewBox', after),
          origin: root.origin,
        })
      }
    }
    const what = 'Take out what `preserveAspectRatio` says beside the view box'
    changes.push({
      what,
      before: writeAttribute('preserveAspectRatio', before),
      origin: root.origin,
    })
    return { changes }
  },
}

/** The part of the plane that the frame shows; null where that is the view box as it is. */
function laid(
  root: Parameters<typeof viewBoxOf>[0],
  align: string,
  isSlice: boolean,
): string | null {
  const viewBox = viewBoxOf(root)
  const [width, height] = [pixelsOf(root, 'width'), pixelsOf(root, 'height')]
  if (viewBox === null || width === null || height === null || width <= 0 || height <= 0)
    return null
  const scales = [width / viewBox.width, height / viewBox.height]
  const scale = isSlice ? Math.max(...scales) : Math.min(...scales)
  const [wide, high] = [width / scale, height / scale]
  const isSame =
    Math.abs(wide - viewBox.width) < 1e-4 * viewBox.width &&
    Math.abs(high - viewBox.height) < 1e-4 * viewBox.height
  if (isSame) return null
  const x = viewBox.x - (wide - viewBox.width) * share(align.slice(1, 4))
  const y = viewBox.y - (high - viewBox.height) * share(align.slice(5, 8))
  return [x, y, wide, high].map((number) => formatNumber(number)).join(' ')
}
