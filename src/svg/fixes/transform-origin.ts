import { everyElement, type EditElement } from '../edit/element.ts'
import { setAttribute } from '../edit/style.ts'
import { viewportOf, type Viewport } from '../edit/viewport.ts'
import { writeAttribute } from '../edit/write.ts'
import { formatNumber } from '../values/format-number.ts'
import { inPixels, parseLength } from '../values/length.ts'
import { isIdentity } from '../values/matrix.ts'
import { parseTransform } from '../values/transform.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

/** CSS Transforms Level 1 section 5: the origin is moved to, and back from. SVG Tiny 1.2 knows 0 0 alone. */
export const transformOrigin: Fix = {
  id: 'transform-origin',
  title: 'Write the origin of transforms into them',
  loss: 'lossless',
  apply({ root }) {
    const changes: Change[] = []
    const obstacles: Obstacle[] = []
    for (const { element, around } of everyElement(root)) {
      const transform = element.attributes.get('transform')
      if (transform === undefined || !element.isSvg) continue
      if (around.length === 0) {
        if (movesNothing(transform)) changes.push(withoutTransform(element, transform))
        else obstacles.push(notHere(element, 'The root itself is moved'))
        continue
      }
      const after = moved(element, transform, viewportOf(root))
      if (after === null) {
        obstacles.push(notHere(element, `A transform hangs on the size of \`${element.name}\``))
        continue
      }
      for (const name of ['transform-origin', 'transform-box']) element.attributes.delete(name)
      if (!setAttribute(element, 'transform', after)) continue
      changes.push({
        what: 'Write the origin of a transform into it',
        before: writeAttribute('transform', transform),
        after: writeAttribute('transform', after),
        origin: element.origin,
      })
    }
    return { changes, obstacles }
  },
}

/** As SVG Repo leaves it on the root: `rotate(0)matrix(1, 0, 0, 1, 0, 0)`. */
function movesNothing(transform: string): boolean {
  if (transform.trim() === '') return true
  const { matrix, problem } = parseTransform(transform)
  return problem === null && isIdentity(matrix)
}

function withoutTransform({ attributes, origin }: EditElement, transform: string): Change {
  for (const name of ['transform', 'transform-origin', 'transform-box']) attributes.delete(name)
  return {
    what: 'Take out a `transform` of the root, which moves nothing',
    before: writeAttribute('transform', transform),
    after: '',
    origin,
  }
}

/** Null where it cannot be told. */
function moved(
  { attributes }: EditElement,
  transform: string,
  frame: Viewport | null,
): string | null {
  if (/\b(?:[a-z]+3d|perspective|rotate[XY]|scaleZ)\(|calc\(|%/i.test(transform)) return null
  const origin = attributes.get('transform-origin')?.trim()
  if (origin === undefined || /^(?:0(?:px)?\s*){1,3}$/.test(origin)) return transform
  const { problem } = parseTransform(transform)
  if (problem !== null) return transform
  if (/fill-box|content-box|stroke-box|border-box/.test(attributes.get('transform-box') ?? ''))
    return null
  const place = placeOf(origin, frame)
  if (place === null) return null
  const [x, y] = place
  const to = `${formatNumber(x, 6)} ${formatNumber(y, 6)}`
  const back = `${formatNumber(-x, 6)} ${formatNumber(-y, 6)}`
  return x === 0 && y === 0 ? transform : `translate(${to}) ${transform} translate(${back})`
}

const WORDS: Record<string, string> = {
  left: '0%',
  top: '0%',
  center: '50%',
  right: '100%',
  bottom: '100%',
}

function placeOf(origin: string, frame: Viewport | null): [number, number] | null {
  const words = origin.toLowerCase().split(/[\s,]+/)
  if (/^(?:top|bottom)$/.test(words[0] ?? '') || /^(?:left|right)$/.test(words[1] ?? ''))
    words.splice(0, 2, words[1] ?? 'center', words[0] ?? 'center')
  const [x = '50%', y = '50%'] = words.map((word) => WORDS[word] ?? word)
  const [left, top] = [part(x, frame?.width), part(y, frame?.height)]
  return left === null || top === null ? null : [left, top]
}

/** Percentages are of the size of the view box, and count from 0 0 wherever it begins (section 4). */
function part(value: string, whole?: number): number | null {
  const length = parseLength(value)
  if (length === null) return null
  if (length.unit !== '%') return inPixels(length)
  return whole === undefined ? null : (length.number / 100) * whole
}

function notHere({ name: element, origin }: EditElement, why: string): Obstacle {
  return { element, why, advice: 'Apply the transform to the paths before exporting.', origin }
}
