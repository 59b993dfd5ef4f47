import { everyElement, type Drawing, type EditElement } from '../edit/element.ts'
import type { Logo } from '../logo.ts'
import type { Change, Fix, Obstacle } from './fix.ts'

/** Longer texts of entities are cut when they are read. */
const LONGEST = 4096

/** What XML allows around and in a drawing, and a drawing does not need: entities are expanded when it is read. */
export const plainXml: Fix = {
  id: 'plain-xml',
  title: 'Leave plain XML in UTF-8',
  loss: 'lossless',
  apply(drawing, { logo }) {
    const obstacles = markup(logo)
    const changes = [
      ...(obstacles.length === 0 ? doctype(drawing, logo) : []),
      ...declaration(drawing),
      ...instructions(drawing),
    ]
    drawing.before = drawing.before.replace(/^\ufeff/, () => {
      changes.push({ what: 'Take out the byte-order mark', origin: { start: 0, end: 1 } })
      return ''
    })
    return { changes, obstacles }
  },
}

/** What an entity stands for is read as text. With elements in it, or too long, or from elsewhere, it is more. */
function markup({ document }: Logo): Obstacle[] {
  const strange = document?.references.find(({ name }) => {
    const value = document.entities.find((entity) => entity.name === name)?.value
    return value === undefined || value.includes('<') || value.length > LONGEST
  })
  if (strange === undefined) return []
  return [
    {
      element: 'DOCTYPE',
      why: `What the entity \`${strange.name}\` stands for is not known, or is more than text`,
      advice: 'Write what it stands for in its place, and take out the DOCTYPE.',
      origin: { start: strange.start, end: strange.end },
    },
  ]
}

function doctype(drawing: Drawing, { document }: Logo): Change[] {
  const span = document?.doctype ?? null
  if (span === null) return []
  const text = document?.text.slice(span.start, span.end) ?? ''
  if (text === '' || !drawing.before.includes(text)) return []
  drawing.before = drawing.before.replace(text, '').replace(/\n\s*\n/g, '\n')
  const count = document?.entities.length ?? 0
  return [
    {
      what:
        count === 0
          ? 'Take out the DOCTYPE'
          : `Take out the DOCTYPE, with ${count === 1 ? 'its entity' : `its ${count} entities`} written out where used`,
      ...(text.length <= 200 ? { before: text } : {}),
      origin: span,
    },
  ]
}

const DECLARATION = /^(\ufeff?\s*)<\?xml\s[^>]*\?>/
const ENCODING = /(\sencoding\s*=\s*)(["'])([^"']*)\2/

/** Files are written in UTF-8, so that is what they must say. XML 1.1 is for names that no drawing has. */
function declaration(drawing: Drawing): Change[] {
  const before = DECLARATION.exec(drawing.before)?.[0].trim()
  if (before === undefined) return []
  const after = before
    .replace(ENCODING, (whole, start: string, quote: string, name: string) =>
      /^utf-8$/i.test(name) ? whole : `${start}${quote}UTF-8${quote}`,
    )
    .replace(/(\sversion\s*=\s*["'])1\.[1-9]/, '$11.0')
  if (after === before) return []
  drawing.before = drawing.before.replace(before, () => after)
  return [{ what: 'Declare UTF-8', before, after, origin: { start: 0, end: before.length } }]
}

const INSTRUCTION = /\s*<\?(?!xml\s)[^]*?\?>/gi

function instructions(drawing: Drawing): Change[] {
  const targets: string[] = []
  const taken = (source: string): string => {
    targets.push(/<\?([^\s?]+)/.exec(source)?.[1] ?? '')
    return ''
  }
  drawing.before = outsideComments(drawing.before, taken).replace(/^\s+</, '<')
  drawing.after = outsideComments(drawing.after, taken)
  for (const { element } of everyElement(drawing.root)) withoutInstructions(element, taken)
  return targets.map((target) => ({
    what: `Take out the processing instruction \`${target}\``,
    origin: null,
  }))
}

function outsideComments(text: string, taken: (source: string) => string): string {
  return text
    .split(/(<!--[^]*?-->)/)
    .map((part) => (part.startsWith('<!--') ? part : part.replace(INSTRUCTION, taken)))
    .join('')
}

function withoutInstructions(element: EditElement, taken: (source: string) => string): void {
  element.children = element.children.filter(
    (child) => child.kind !== 'instruction' || taken(child.source) !== '',
  )
}
