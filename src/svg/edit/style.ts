/** The properties that change how a drawing looks, and the value that counts for an element when all is attributes. */
import type { EditElement, Visited } from './element.ts'

export interface Property {
  isInherited: boolean
  initial: string
}

const INHERITED =
  'fill:black fill-opacity:1 fill-rule:nonzero stroke:none stroke-opacity:1 stroke-width:1 stroke-dasharray:none ' +
  'stroke-dashoffset:0 stroke-linecap:butt stroke-linejoin:miter stroke-miterlimit:4 color:black clip-rule:nonzero ' +
  'color-rendering:auto color-interpolation:sRGB color-interpolation-filters:linearRGB marker-start:none ' +
  'marker-mid:none marker-end:none paint-order:normal visibility:visible font-family: font-size:medium ' +
  'font-style:normal font-variant:normal font-weight:normal font-stretch:normal font-size-adjust:none ' +
  'letter-spacing:normal word-spacing:normal text-anchor:start text-rendering:auto shape-rendering:auto ' +
  'image-rendering:auto direction:ltr writing-mode:lr-tb dominant-baseline:auto pointer-events:auto cursor:auto ' +
  'glyph-orientation-horizontal:0deg glyph-orientation-vertical:auto kerning:auto text-align:start ' +
  'display-align:auto line-increment:auto'

const OWN =
  'opacity:1 stop-color:black stop-opacity:1 solid-color:black solid-opacity:1 flood-color:black flood-opacity:1 ' +
  'lighting-color:white clip-path:none mask:none mask-type:luminance filter:none display:inline overflow: ' +
  'vector-effect:none text-decoration:none baseline-shift:baseline alignment-baseline:auto unicode-bidi:normal ' +
  'mix-blend-mode:normal isolation:auto transform:none transform-origin: transform-box:view-box clip:auto ' +
  'enable-background:accumulate'

/** By name; the initial value is empty where it hangs on the element. */
export const PROPERTIES: ReadonlyMap<string, Property> = new Map([
  ...listed(INHERITED, true),
  ...listed(OWN, false),
])

function listed(list: string, isInherited: boolean): [string, Property][] {
  return list.split(' ').map((each) => {
    const at = each.indexOf(':')
    return [each.slice(0, at), { isInherited, initial: each.slice(at + 1) }]
  })
}

/**
 * The value that counts for the element: its own, else for a property that is inherited the nearest around it, else the
 * initial one. `inherit` is looked through. Style sheets and `style` are not: the repair `style` has turned them into
 * attributes.
 */
export function valueOf({ element, around }: Visited, name: string): string {
  const property = PROPERTIES.get(name)
  for (const each of [element, ...around]) {
    const value = each.attributes.get(name)?.trim()
    if (value !== undefined && value !== '' && value !== 'inherit') return value
    if (property?.isInherited !== true && value !== 'inherit') break
  }
  return property?.initial ?? ''
}

/** Sets an attribute, or takes it out when the value is null. Says whether anything changed. */
export function setAttribute(element: EditElement, name: string, value: string | null): boolean {
  if ((element.attributes.get(name) ?? null) === value) return false
  if (value === null) element.attributes.delete(name)
  else element.attributes.set(name, value)
  return true
}
