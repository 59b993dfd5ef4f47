import { RuleIndex, substituted, type Variables, type Winners } from '../css/cascade.ts'
import { Places } from '../css/places.ts'
import { readSheet, type Sheet } from '../css/sheet.ts'
import { asAttribute, isGeometryOf, isValueOf } from '../css/values.ts'
import {
  everyElement,
  removeElements,
  textIn,
  type Drawing,
  type EditElement,
  type Visited,
} from '../edit/element.ts'
import { PROPERTIES, setAttribute, valueOf } from '../edit/style.ts'
import { writeAttribute } from '../edit/write.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

/** The profile has no CSS: what sheets and `style` say becomes attributes, as the cascade decides. */
export const style: Fix = {
  id: 'style',
  title: 'Turn CSS into attributes',
  loss: 'lossless',
  apply({ root }) {
    const sheets = sheetsOf(root)
    const unreadable = sheets.flatMap(({ element, sheet }) =>
      sheet.unreadable.map((what) => unreadableIn(element, what)),
    )
    if (unreadable.length > 0) return { changes: [], obstacles: unreadable }
    const obstacles = hasBackground(root) ? [backgroundOn(root)] : []
    const changes = inlined(root, sheets)
    const kept = keepWhatIsBrought(root, sheets, obstacles)
    changes.push(...withoutSheets(root, sheets, kept))
    return { changes, obstacles }
  },
}

interface Found {
  element: EditElement
  sheet: Sheet
}

function sheetsOf(root: EditElement): Found[] {
  return everyElement(root)
    .filter(({ element }) => element.isSvg && element.name === 'style')
    .map(({ element }) => ({ element, sheet: readSheet(isMeant(element) ? textIn(element) : '') }))
}

/** SVG 1.1 section 6.8: the language, and for which media. */
function isMeant({ attributes }: EditElement): boolean {
  const type = attributes.get('type')?.trim() ?? ''
  const media = attributes.get('media') ?? ''
  return /^(?:text\/css)?(?:\s*;.*)?$/i.test(type) && /^\s*$|\b(?:all|screen)\b/i.test(media)
}

interface Computed {
  winners: Winners
  variables: Variables
}

function inlined(root: EditElement, sheets: readonly Found[]): Change[] {
  const rules = sheets.flatMap(({ sheet }) => sheet.rules)
  const index = new RuleIndex(rules, new Places(root))
  const changes: Change[] = []
  const variablesOf = new Map<EditElement, Variables>()
  const all = everyElement(root).filter(({ element }) => element.isSvg && element.name !== 'style')
  // Before any is changed: selectors may ask for attributes.
  const won = all.map(({ element }) => index.winnersFor(element))
  const isCopied = all.some(({ element }) => element.name === 'use')
  all.forEach((visited, i) => {
    const winners = won[i] ?? new Map<string, string>()
    const { element, around } = visited
    const [parent] = around
    const variables = withOwn(winners, (parent && variablesOf.get(parent)) ?? new Map())
    variablesOf.set(element, variables)
    const before = element.attributes.get('style')
    const after = applied(visited, { winners, variables }, isCopied)
    const isCleared = before !== undefined && element.attributes.delete('style')
    if (!isCleared && after.length === 0) return
    changes.push({
      what:
        before === undefined
          ? `Write what the style sheet says of \`${element.name}\` as attributes`
          : `Write \`style\` of \`${element.name}\` as attributes`,
      ...(before === undefined ? {} : { before: writeAttribute('style', before) }),
      after: after.join(' '),
      origin: element.origin,
    })
  })
  return changes
}

function withOwn(winners: Winners, around: Variables): Variables {
  const own = [...winners].filter(([name]) => name.startsWith('--'))
  if (own.length === 0) return around
  return new Map([...around, ...own])
}

/** Sets the attributes; returns those that are there now, as written. */
function applied(visited: Visited, { winners, variables }: Computed, isCopied: boolean): string[] {
  const { element } = visited
  const written: string[] = []
  const entries = new Map([...attributesWithVariables(element), ...winners])
  for (const [name, declared] of entries) {
    const isGeometry = isGeometryOf(element.name, name)
    const property = PROPERTIES.get(name)
    if (property === undefined && !isGeometry) continue
    const value = computedValue(visited, name, substituted(declared, variables), isGeometry)
    if (isGeometry && value === 'auto') continue
    const isPlain = value === null || (!property?.isInherited && value === property?.initial)
    const isSame =
      !isCopied && property?.isInherited === true && isInheritedAlready(visited, name, value)
    if (isPlain || isSame) setAttribute(element, name, null)
    else {
      setAttribute(element, name, value)
      written.push(writeAttribute(name, value))
    }
  }
  return written
}

function attributesWithVariables({ attributes }: EditElement): [string, string][] {
  return [...attributes].filter(([name, value]) => PROPERTIES.has(name) && /var\(/i.test(value))
}

/** Null for no attribute at all. */
function computedValue(
  { around }: Visited,
  name: string,
  value: string | null,
  isGeometry: boolean,
): string | null {
  const property = PROPERTIES.get(name)
  const wide = value === null || !isValueOf(name, value) ? 'unset' : value.toLowerCase()
  switch (wide) {
    case 'inherit': {
      const [parent, ...rest] = around
      if (property?.isInherited === true || isGeometry || parent === undefined) return null
      return valueOf({ element: parent, around: rest }, name)
    }
    case 'initial':
      return property?.isInherited === true && property.initial !== '' ? property.initial : null
    case 'unset':
    case 'revert':
    case 'revert-layer':
      return null
    default:
      return asAttribute(name, value ?? '')
  }
}

function isInheritedAlready({ around }: Visited, name: string, value: string | null): boolean {
  const [parent, ...rest] = around
  if (parent === undefined) return value === PROPERTIES.get(name)?.initial
  return valueOf({ element: parent, around: rest }, name) === value
}

/** Fonts matter where there is text. What another file would bring cannot be known. */
function keepWhatIsBrought(
  root: EditElement,
  sheets: readonly Found[],
  obstacles: Obstacle[],
): Set<EditElement> {
  const hasText = everyElement(root).some(({ element }) => element.isSvg && element.name === 'text')
  const kept = new Set<EditElement>()
  for (const { element, sheet } of sheets) {
    const mattering = sheet.brought.filter((rule) => hasText || !isAboutFonts(rule))
    for (const rule of mattering) {
      obstacles.push(broughtBy(element, rule))
      kept.add(element)
    }
    if (mattering.length > 0) element.children = [{ kind: 'text', text: mattering.join('\n') }]
  }
  return kept
}

function isAboutFonts(rule: string): boolean {
  return /^@font-face/i.test(rule) || /fonts?\.|\/fonts?\b|typekit/i.test(rule)
}

/** With the sheets go the classes, which nothing asks for any more. */
function withoutSheets(
  root: EditElement,
  sheets: readonly Found[],
  kept: ReadonlySet<EditElement>,
): Change[] {
  if (sheets.length === 0) return []
  const gone = removeElements(root, ({ element }) =>
    sheets.some((sheet) => sheet.element === element && !kept.has(element)),
  )
  const changes: Change[] = gone.map(({ origin }) => ({ what: 'Take out a style sheet', origin }))
  const classes = everyElement(root).filter(
    ({ element }) => element.isSvg && element.attributes.delete('class'),
  )
  if (classes.length > 0)
    changes.push({
      what: `Take out \`class\` of ${classes.length} ${classes.length === 1 ? 'element' : 'elements'}`,
      origin: classes[0]?.element.origin ?? null,
    })
  return changes
}

function unreadableIn({ origin }: EditElement, what: string): Obstacle {
  return {
    element: 'style',
    why: `\`${what}\` is CSS that cannot be turned into attributes here`,
    advice: 'Export the drawing with presentation attributes instead of a style sheet.',
    origin,
  }
}

function broughtBy({ origin }: EditElement, rule: string): Obstacle {
  return /^@font-face/i.test(rule)
    ? {
        element: 'style',
        why: 'The style sheet brings a font, and the profile has none',
        advice: 'Turn the text into paths.',
        origin,
      }
    : {
        element: 'style',
        why: `The style sheet asks for another file: \`${rule}\``,
        advice: 'Export the drawing without outside style sheets.',
        origin,
      }
}

function hasBackground({ attributes }: EditElement): boolean {
  return /(?:^|;)\s*background(?:-color)?\s*:(?!\s*(?:none|transparent|initial|unset)\b)/i.test(
    attributes.get('style') ?? '',
  )
}

function backgroundOn({ origin }: Drawing['root']): Obstacle {
  return {
    element: 'svg',
    why: 'The CSS background of the root is drawn by browsers alone',
    advice: 'Choose the same colour as the background of the logo.',
    origin,
  }
}
