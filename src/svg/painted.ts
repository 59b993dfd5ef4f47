/** What a logo draws, as outlines in the coordinates of its frame: rough, for judging place, ground and colours. */
import { elementsById } from './references.ts'
import { attributeOf, childElements, textOf, type SvgElement } from './tree.ts'
import { parseColor, formatColor } from './values/color.ts'
import { IDENTITY, multiply, translation, type Matrix } from './values/matrix.ts'
import { parseTransform } from './values/transform.ts'
import { extentOf, outlineOf, type Box, type Points } from './outline.ts'

export interface Painted {
  element: SvgElement
  /** Closed for filling; made when somebody asks. */
  outlines: () => Points[]
  /** What the outlines lie within; empty without any. */
  box: Box
  evenOdd: boolean
  /** Colours with their opacity, `#aa0000` or `#aa0000 0.5`; several for a gradient. Empty for none. */
  fill: string[]
  stroke: string[]
  /** Half of the line's width, in the frame's units. */
  reach: number
}

interface Style {
  fill: string
  stroke: string
  color: string
  'fill-opacity': string
  'stroke-opacity': string
  'stroke-width': string
  'fill-rule': string
}
const INITIAL: Style = {
  fill: '#000000',
  stroke: 'none',
  color: '#000000',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'fill-rule': 'nonzero',
}
const PROPERTIES: ReadonlySet<string> = new Set(Object.keys(INITIAL))

/** Drawn directly, or by way of a `use`; what is only defined is not there. */
const UNDRAWN = new Set(
  'defs symbol title desc metadata linearGradient radialGradient solidColor pattern clipPath mask marker filter style script'.split(
    ' ',
  ),
)
/** A use of a use of a use doubles each time. */
const LIMIT = 5000

/** Of words: nobody knows without their typeface. */
const NOWHERE: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }

/** A fill paints nothing on a line. */
function isFlat({ left, right, top, bottom }: Box): boolean {
  return left === right || top === bottom
}

function once<T>(make: () => T): () => T {
  let made: T | null = null
  return () => (made ??= make())
}

export function paintedIn(root: SvgElement): Painted[] {
  return new Brush(root).paint()
}

class Brush {
  private readonly all: Painted[] = []
  private readonly byId: Map<string, SvgElement>
  private readonly root: SvgElement
  private readonly known = new Map<string, string[]>()
  private visits = 0

  constructor(root: SvgElement) {
    this.root = root
    this.byId = elementsById(root)
  }

  paint(): Painted[] {
    this.visit(this.root, IDENTITY, INITIAL, 0)
    return this.all
  }

  private visit(element: SvgElement, matrix: Matrix, inherited: Style, depth: number): void {
    this.visits += 1
    const isHidden = valueOf(element, 'display') === 'none'
    if (!element.isSvg || UNDRAWN.has(element.local) || isHidden) return
    if (this.visits > LIMIT || depth > 60) return
    const style = styleOf(element, inherited)
    const transform = attributeOf(element, 'transform')?.value
    const here =
      transform === undefined ? matrix : multiply(matrix, parseTransform(transform).matrix)
    if (element.local === 'use') this.use(element, here, style, depth)
    else this.draw(element, here, style)
    for (const child of childElements(element)) this.visit(child, here, style, depth + 1)
  }

  private use(use: SvgElement, matrix: Matrix, style: Style, depth: number): void {
    const href = use.attributes.find(({ local }) => local === 'href')?.value.trim() ?? ''
    const target = href.startsWith('#') ? this.byId.get(href.slice(1)) : undefined
    if (target === undefined) return
    const [x, y] = [numberOf(use, 'x'), numberOf(use, 'y')]
    this.visit(target, multiply(matrix, translation(x, y)), style, depth + 1)
  }

  private draw(element: SvgElement, matrix: Matrix, style: Style): void {
    const fill =
      element.local === 'line' ? [] : this.colors(style.fill, style['fill-opacity'], style)
    const width = Number.parseFloat(style['stroke-width'])
    const stroke = width > 0 ? this.colors(style.stroke, style['stroke-opacity'], style) : []
    if (fill.length === 0 && stroke.length === 0) return
    const box = isText(element) ? NOWHERE : extentOf(element, matrix)
    if (box === null || (stroke.length === 0 && isFlat(box))) return
    const [a, b, c, d] = matrix
    this.all.push({
      element,
      outlines: once(() => outlineOf(element, matrix) ?? []),
      box,
      evenOdd: style['fill-rule'] === 'evenodd',
      fill,
      stroke,
      reach: stroke.length === 0 ? 0 : (width / 2) * Math.sqrt(Math.abs(a * d - b * c)),
    })
  }

  /** Most shapes of a logo share a few colours. */
  private colors(paint: string, opacity: string, style: Style): string[] {
    if (paint === 'none') return []
    const key = `${paint} ${opacity} ${style.color}`
    const known = this.known.get(key) ?? this.seen(paint, opacity, style)
    this.known.set(key, known)
    return known
  }

  /** Nothing for what cannot be seen. */
  private seen(paint: string, opacity: string, style: Style): string[] {
    const part = Number.parseFloat(opacity)
    const alpha = Number.isNaN(part) ? 1 : opacity.trim().endsWith('%') ? part / 100 : part
    if (alpha <= 0) return []
    const name = /^url\(\s*["']?#(.*?)["']?\s*\)/.exec(paint)?.[1]
    if (name !== undefined) return this.served(name, alpha)
    const color = parseColor(paint === 'currentColor' ? style.color : paint)
    if (color === null || color.alpha * alpha <= 0) return []
    return [withAlpha(formatColor(color), color.alpha * alpha)]
  }

  /** The colours of a gradient or of a colour that was given a name. */
  private served(name: string, alpha: number): string[] {
    const server = this.byId.get(name)
    if (server === undefined) return []
    const stops = server.local === 'solidColor' ? [server] : childElements(server)
    const kind = server.local === 'solidColor' ? 'solid' : 'stop'
    const colors = stops.flatMap((stop) => {
      const color = parseColor(valueOf(stop, `${kind}-color`) ?? '#000000')
      const opacity = Number.parseFloat(valueOf(stop, `${kind}-opacity`) ?? '1')
      return color === null ? [] : [withAlpha(formatColor(color), color.alpha * alpha * opacity)]
    })
    return [...new Set(colors)]
  }
}

function withAlpha(color: string, alpha: number): string {
  return alpha >= 1 ? color : `${color} ${Math.round(alpha * 100) / 100}`
}

function styleOf(element: SvgElement, inherited: Style): Style {
  let style = inherited
  const set = (name: string, value: string): void => {
    if (!isProperty(name) || value === 'inherit' || value === '') return
    if (style === inherited) style = { ...inherited }
    style[name] = value
  }
  for (const { name, value } of element.attributes) set(name, value.trim())
  // Before the attributes: files with it are faulty, and still drawn.
  for (const declaration of attributeOf(element, 'style')?.value.split(';') ?? []) {
    const colon = declaration.indexOf(':')
    set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim())
  }
  return style
}

function isProperty(name: string): name is keyof Style {
  return PROPERTIES.has(name)
}

/** A property, from the attribute `style` first: files with it are faulty, and still drawn. */
export function valueOf(element: SvgElement, property: string): string | undefined {
  const sheet = attributeOf(element, 'style')?.value
  const inline = sheet?.split(';').findLast((part) => part.split(':')[0]?.trim() === property)
  return inline === undefined
    ? attributeOf(element, property)?.value
    : inline.slice(inline.indexOf(':') + 1).trim()
}

function numberOf(element: SvgElement, name: string): number {
  const number = Number.parseFloat(attributeOf(element, name)?.value ?? '0')
  return Number.isNaN(number) ? 0 : number
}

/** Words have colours, and an outline that only a typeface knows. */
function isText(element: SvgElement): boolean {
  return ['text', 'textArea'].includes(element.local) && textOf(element).trim() !== ''
}
