import { everyElement, type EditElement } from '../edit/element.ts'
import { plainLengths } from '../edit/lengths.ts'
import { setAttribute } from '../edit/style.ts'
import { pixelsOf, viewBoxOf, viewportOf, type Viewport } from '../edit/viewport.ts'
import { writeAttribute } from '../edit/write.ts'
import { formatNumber } from '../values/format-number.ts'
import { parseLength } from '../values/length.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

/** Gmail's least, in pixels. */
const LEAST = 96

/** Lengths become numbers; the root gets whole pixels, and a view box to be scaled by. */
export const units: Fix = {
  id: 'units',
  title: 'Write lengths as numbers, and the size in pixels',
  loss: 'lossless',
  apply({ root }) {
    const all = everyElement(root)
    const lengths = plainLengths(all, root, viewportOf(root))
    const changes: Change[] = lengths.flatMap(({ element, name, before, after }) =>
      after === null
        ? []
        : [
            {
              what: `Write \`${name}\` of \`${element.name}\` as a number`,
              before: writeAttribute(name, before),
              after: writeAttribute(name, after),
              origin: element.origin,
            },
          ],
    )
    const obstacles = lengths.flatMap(({ element, name, before, after }) =>
      after === null ? [unknownLength(element, name, before)] : [],
    )
    changes.push(...scalable(root), ...sized(root))
    return { changes, obstacles }
  },
}

function unknownLength(
  { name: element, origin }: EditElement,
  name: string,
  value: string,
): Obstacle {
  return {
    element,
    why: `\`${name}="${value}"\` of \`${element}\` is a length that cannot be told in numbers`,
    advice: 'Write it as a number, and give the root a `viewBox`.',
    origin,
  }
}

/** Without a view box a drawing has one size; with one of that size it looks the same and can be scaled. */
function scalable(root: EditElement): Change[] {
  if (viewBoxOf(root) !== null) return []
  const [width, height] = [pixelsOf(root, 'width'), pixelsOf(root, 'height')]
  if (width === null || height === null || width <= 0 || height <= 0) return []
  return settled(root, 'viewBox', `0 0 ${formatNumber(width)} ${formatNumber(height)}`)
}

function sized(root: EditElement): Change[] {
  const written = ['width', 'height'].map((name) => root.attributes.get(name))
  if (written.every((value) => value === undefined) || written.every(isGood)) return []
  const { width, height } = proportions(root) ?? { width: 0, height: 0 }
  if (width <= 0 || height <= 0) return []
  const scale = Math.max(1, LEAST / Math.min(width, height))
  // The longer side in whole pixels, the other in proportion: rounded by itself it would squeeze the drawing.
  const longer = Math.round(Math.max(width, height) * scale)
  const side = (length: number): string => formatNumber((longer * length) / Math.max(width, height))
  return [...settled(root, 'width', side(width)), ...settled(root, 'height', side(height))]
}

function isGood(value: string | undefined): boolean {
  const length = parseLength(value ?? '')
  return length !== null && /^(?:px)?$/.test(length.unit) && length.number >= LEAST
}

function proportions(root: EditElement): Viewport | null {
  const [width, height] = [pixelsOf(root, 'width'), pixelsOf(root, 'height')]
  const viewBox = viewBoxOf(root)
  if (width !== null && height !== null && width > 0 && height > 0) return { width, height }
  if (viewBox === null) return null
  const scale = width !== null && width > 0 ? width / viewBox.width : (height ?? 0) / viewBox.height
  return scale > 0
    ? { width: viewBox.width * scale, height: viewBox.height * scale }
    : { width: viewBox.width, height: viewBox.height }
}

function settled(root: EditElement, name: string, value: string): Change[] {
  const before = root.attributes.get(name)
  if (!setAttribute(root, name, value)) return []
  return [
    {
      what: `Set \`${name}\` of the root`,
      ...(before === undefined ? {} : { before: writeAttribute(name, before) }),
      after: writeAttribute(name, value),
      origin: root.origin,
    },
  ]
}
