import { everyElement, type EditElement } from '../edit/element.ts'
import { PROFILE } from '../profile.ts'
import type { Fix } from './fix.ts'
import { removeAttributes } from './removal.ts'

/** Attributes that the profile lacks, where they change nothing: hints, names for scripts, initial values. */
export const inheritedValues: Fix = {
  id: 'inherited-values',
  title: 'Take out attributes that change nothing',
  loss: 'lossless',
  apply({ root }) {
    const names = new Set(everyElement(root).map(({ element }) => element.name))
    const isBlended = everyElement(root).some(({ element }) =>
      /^(?!normal$)./.test(element.attributes.get('mix-blend-mode') ?? ''),
    )
    const scene: Scene = { names, isBlended }
    const changes = removeAttributes(root, (element, name, value) => {
      const profile = PROFILE.get(element.name)
      if (!element.isSvg || profile === undefined || name.includes(':')) return false
      return !profile.attributes.has(name) && !mayShow(element, name, value.trim(), scene)
    })
    return { changes }
  },
}

interface Scene {
  /** Names of all elements there are. */
  names: ReadonlySet<string>
  isBlended: boolean
}

/** Values with which a property that could show does not. */
const IDLE: Record<string, RegExp> = {
  opacity: /^(?:[+]?(?:[1-9]\d*)(?:\.\d*)?|1\.0*|100%|inherit|)$/,
  'clip-path': /^(?:none|)$/,
  mask: /^(?:none|)$/,
  filter: /^(?:none|)$/,
  'marker-start': /^(?:none|)$/,
  'marker-mid': /^(?:none|)$/,
  'marker-end': /^(?:none|)$/,
  'mix-blend-mode': /^(?:normal|)$/,
  transform: /^(?:none|)$/,
  gradientTransform: /^(?:none|)$/,
  spreadMethod: /^(?:pad|)$/,
  display: /^(?!none$)/,
  visibility: /^(?:visible|)$/,
  'paint-order': /^(?:normal|fill(?: stroke)?(?: markers)?|)$/,
  style: /^$/,
}
const GRADIENT = new Set(['fx', 'fy', 'fr', 'href', 'xlink:href'])
const OF_GRADIENT = new Set(['gradientTransform', 'spreadMethod'])
/** SVG 1.1 section 11.6.2: markers stand on lines and paths. */
const UNMARKED = new Set('rect circle ellipse text textArea use stop'.split(' '))
const FOR_TEXT = new Set(
  (
    'letter-spacing word-spacing text-decoration dominant-baseline baseline-shift alignment-baseline writing-mode ' +
    'font-stretch textLength lengthAdjust dx dy'
  ).split(' '),
)
/** Of a text itself alone: groups do not hand them down. */
const OF_TEXT = new Set(
  'baseline-shift alignment-baseline textLength lengthAdjust dx dy'.split(' '),
)
const SAME_TEXT =
  /^(?:|0(?:px|em)?|normal|auto|baseline|alphabetic|none|100%|lr-tb|lr|horizontal-tb)$/

function mayShow(
  { name: element }: EditElement,
  name: string,
  value: string,
  scene: Scene,
): boolean {
  const { names, isBlended } = scene
  if (OF_GRADIENT.has(name) && !element.endsWith('Gradient')) return false
  if (name.startsWith('marker-') && UNMARKED.has(element)) return false
  const idle = IDLE[name]
  if (idle !== undefined) return !idle.test(value) && !isUnmoved(element, name)
  if (GRADIENT.has(name))
    return element.endsWith('Gradient') || (element === 'use' && name.endsWith('href'))
  if (OF_TEXT.has(name) && !/^(?:text|textArea)$/.test(element)) return false
  if (name === 'textLength') return true
  if (FOR_TEXT.has(name)) return names.has('text') && !SAME_TEXT.test(value)
  switch (name) {
    case 'clip-rule':
      return names.has('clipPath') && value === 'evenodd'
    case 'mask-type':
      return names.has('mask')
    case 'image-rendering':
      return names.has('image')
    case 'isolation':
      return isBlended
    case 'transform-origin':
    case 'transform-box':
      return names.has('animateTransform')
    case 'width':
    case 'height':
      return element === 'use'
    default:
      return false
  }
}

/** Only what is drawn can be moved, cut or made transparent. */
function isUnmoved(element: string, name: string): boolean {
  const isDefinition = /^(?:defs|linearGradient|radialGradient|stop|solidColor|title|desc)$/.test(
    element,
  )
  return isDefinition && !/^(?:gradientTransform|spreadMethod|style)$/.test(name)
}
