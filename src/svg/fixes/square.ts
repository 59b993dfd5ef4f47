import { makeElement, type Drawing, type EditElement } from '../edit/element.ts'
import { parseAspect, pixelsOf, viewBoxOf } from '../edit/viewport.ts'
import { writeAttribute } from '../edit/write.ts'
import { settleGradients } from '../geometry/bake-gradients.ts'
import { holds, joinBoxes, meet, sizeOf, type Box } from '../geometry/box.ts'
import { CutError, cutTo } from '../geometry/cut.ts'
import { leavesOf, matrixTo, paintedBox, visibleBox } from '../geometry/drawn.ts'
import { regionOfBox } from '../geometry/region.ts'
import { formatNumber } from '../values/format-number.ts'
import { formatMatrix, multiply, scaling, translation } from '../values/matrix.ts'
import { parseLength } from '../values/length.ts'
import { withinBudget } from '../geometry/budget.ts'
import type { Change, Fix, FixContext, Obstacle, Outcome } from './fix.ts'

/** Gmail asks for at least 96 px, and for absolute numbers. */
const LEAST = 96

/** Draft section 2.1 and all receivers: square. The short side gets room on both ends, so that nothing is stretched. */
export const square: Fix = {
  id: 'square',
  title: 'Make the logo square',
  loss: 'margin',
  apply: (drawing, context) => withinBudget(() => repair(drawing, context)),
}

function repair(drawing: Drawing, context: FixContext): Outcome {
  const unstretched = withoutStretch(drawing)
  const shown = visibleBox(drawing)
  if (shown === null)
    return {
      changes: [],
      obstacles: [obstacle(drawing.root, 'it says neither `viewBox` nor a size')],
    }
  const wanted = squareAround(drawing, shown, context.options.padding)
  const isSquare = isSame(shown, wanted)
  const changes: Change[] = [...unstretched]
  const obstacles: Obstacle[] = []
  if (isSquare) changes.push(...frame(drawing.root, shown))
  else {
    const why = cutOff(drawing, shown)
    if (why !== null) return { changes: unstretched, obstacles: [obstacle(drawing.root, why)] }
    changes.push(...frame(drawing.root, wanted, true))
  }
  changes.push(...sizes(drawing.root, wanted, context))
  return { changes, obstacles }
}

function obstacle({ name, origin }: EditElement, why: string): Obstacle {
  return {
    element: name,
    why: `The logo cannot be made square: ${why}`,
    advice: 'Give the artboard a square shape in your drawing program, and export again.',
    origin,
  }
}

/** `none` in a frame of another shape stretches the drawing; then so does a group. */
function withoutStretch({ root }: Drawing): Change[] {
  const viewBox = viewBoxOf(root)
  const [width, height] = [pixelsOf(root, 'width'), pixelsOf(root, 'height')]
  const value = root.attributes.get('preserveAspectRatio')
  if (value === undefined || viewBox === null || width === null || height === null) return []
  if (width <= 0 || height <= 0 || parseAspect(value).align !== 'none') return []
  const [x, y] = [width / viewBox.width, height / viewBox.height]
  if (Math.abs(x - y) <= x * 1e-4) return []
  root.attributes.delete('preserveAspectRatio')
  const matrix = multiply(scaling(x, y), translation(-viewBox.x, -viewBox.y))
  const isDrawn = (child: EditElement['children'][number]): boolean =>
    child.kind === 'element' && !['title', 'desc', 'metadata', 'defs'].includes(child.name)
  const group = makeElement('g', { transform: formatMatrix(matrix) }, root.children.filter(isDrawn))
  root.children = [...root.children.filter((child) => !isDrawn(child)), group]
  root.attributes.set('viewBox', `0 0 ${formatNumber(width)} ${formatNumber(height)}`)
  return [
    {
      what: 'Stretch the drawing instead of its frame',
      before: writeAttribute('preserveAspectRatio', value),
      origin: root.origin,
    },
  ]
}

/** Around the same middle; wider when what is painted does not leave the room that is asked for. */
function squareAround(drawing: Drawing, shown: Box, padding: number): Box {
  const { width, height } = sizeOf(shown)
  const part = Math.min(0.45, Math.max(0, padding))
  const [x, y] = [(shown.left + shown.right) / 2, (shown.top + shown.bottom) / 2]
  const painted = part === 0 ? null : paintedIn(drawing, shown)
  const reach =
    painted === null
      ? 0
      : Math.max(x - painted.left, painted.right - x, y - painted.top, painted.bottom - y)
  const half = Math.max(width / 2, height / 2, reach / (1 - 2 * part))
  return { left: x - half, top: y - half, right: x + half, bottom: y + half }
}

function paintedIn(drawing: Drawing, shown: Box): Box | null {
  const boxes = leavesOf({ element: drawing.root, around: [] }).map((leaf) => {
    const box = paintedBox(leaf, matrixTo(leaf, drawing.root))
    return box === null ? null : box === 'unknown' ? shown : meet(box, shown)
  })
  return joinBoxes(boxes)
}

function isSame(one: Box, other: Box): boolean {
  return holds(one, other, sizeOf(one).width * 1e-4)
}

/** What lies beyond the frame would come to light with the room around it. Null when it does not. */
function cutOff(drawing: Drawing, shown: Box): string | null {
  const root = { element: drawing.root, around: [] }
  const beyond = leavesOf(root).some((leaf) => {
    const box = leaf.kind === 'shape' ? paintedBox(leaf, matrixTo(leaf, drawing.root)) : null
    return box !== null && (box === 'unknown' || !holds(shown, box, sizeOf(shown).width * 1e-4))
  })
  if (!beyond) return null
  try {
    cutTo(drawing, root, regionOfBox(shown), null)
    settleGradients(drawing)
    return null
  } catch (error) {
    if (!(error instanceof CutError)) throw error
    return `\`${error.leaf.name}\` reaches beyond the frame, and ${error.message}`
  }
}

function frame(root: EditElement, { left, top, right, bottom }: Box, isNew = false): Change[] {
  const before = root.attributes.get('viewBox')
  if (before !== undefined && !isNew && viewBoxOf(root) !== null) return []
  const numbers = [left, top, right - left, bottom - top].map((each) => formatNumber(each))
  const after = numbers.join(' ')
  if (before === after) return []
  root.attributes.set('viewBox', after)
  return [
    {
      what:
        before === undefined
          ? 'Write `viewBox`, so that the logo can be scaled'
          : 'Make the view box square',
      ...(before === undefined ? {} : { before: writeAttribute('viewBox', before) }),
      after: writeAttribute('viewBox', after),
      origin: root.origin,
    },
  ]
}

/** Equal whole numbers of pixels. A valid logo without any is left alone: it takes what room there is. */
function sizes(root: EditElement, wanted: Box, { logo }: FixContext): Change[] {
  const { attributes } = root
  const [width, height] = [attributes.get('width'), attributes.get('height')]
  if (width === undefined && height === undefined && logo.schemaValid) return []
  if (width !== undefined && height !== undefined && isFine(width) && isFine(height))
    if (Number.parseFloat(width) === Number.parseFloat(height)) return []
  const known = Math.max(pixelsOf(root, 'width') ?? 0, pixelsOf(root, 'height') ?? 0)
  const side = Math.max(LEAST, Math.round(known > 0 ? known : sizeOf(wanted).width))
  const changes: Change[] = []
  for (const name of ['width', 'height']) {
    const before = attributes.get(name)
    const after = String(side)
    if (before === after) continue
    attributes.set(name, after)
    changes.push({
      what: `Set \`${name}\` to a whole number of pixels`,
      ...(before === undefined ? {} : { before: writeAttribute(name, before) }),
      after: writeAttribute(name, after),
      origin: root.origin,
    })
  }
  return changes
}

function isFine(value: string): boolean {
  const length = parseLength(value)
  if (length === null || (length.unit !== '' && length.unit !== 'px')) return false
  return Number.isInteger(length.number) && length.number >= LEAST
}
