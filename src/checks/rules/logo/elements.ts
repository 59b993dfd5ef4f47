import type { Fault } from '../../../svg/schema.ts'
import type { Span } from '../../../svg/tree.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, faultsOf, logoOf, SCHEMA_SPEC } from './logo-finding.ts'

const CODES = [
  'element.script',
  'element.animation',
  'element.raster',
  'element.style',
  'element.foreign-object',
  'element.forbidden',
  'element.misplaced',
  'element.foreign',
  'text.misplaced',
] as const

const error = 'error' as const

export const logoElements = defineRule({
  id: 'logo.element',
  title: 'The elements of the logo',
  needs: ['logoDocument'],
  spec: SCHEMA_SPEC,
  why: 'Mailbox providers refuse a logo with anything in it that SVG Tiny PS has not, even where it changes nothing.',
  messages: {
    'logo.element.script': {
      severity: error,
      title: ({ seen }: Fault) => `The logo holds a script: ${quoted(seen)}`,
      advice: () => 'Delete the script.',
    },
    'logo.element.animation': {
      severity: error,
      title: ({ seen }: Fault) => `The logo is animated by ${quoted(seen)}`,
      advice: () => 'Delete the animation, and keep the picture that it ends with.',
    },
    'logo.element.raster': {
      severity: error,
      title: ({ seen }: Fault) => `The logo holds a bitmap: ${quoted(seen)}`,
      advice: () =>
        'Have the bitmap redrawn as paths: it cannot be converted without a person or a tracing tool.',
    },
    'logo.element.style': {
      severity: error,
      title: () => 'The logo has a style sheet',
      advice: () =>
        'Write its properties as attributes, such as `fill`, and delete the style sheet.',
    },
    'logo.element.foreign-object': {
      severity: error,
      title: ({ seen }: Fault) => `The logo embeds something that is not SVG, in ${quoted(seen)}`,
      advice: () => 'Delete it, or draw what it shows as paths.',
    },
    'logo.element.forbidden': {
      severity: error,
      title: ({ seen }: Fault) => `SVG Tiny PS has no element ${quoted(seen)}`,
      advice: () => 'Replace the element by plain shapes, or delete it if it draws nothing.',
    },
    'logo.element.misplaced': {
      severity: error,
      title: ({ seen, in: parent }: Fault) =>
        `The element ${quoted(seen)} stands in ${quoted(parent)}, where it may not be`,
      advice: () => 'Move the element to where the profile has it, or delete it.',
    },
    'logo.element.foreign': {
      severity: error,
      title: ({ seen }: Fault) => `The element ${quoted(seen)} is not of SVG`,
      advice: () => 'Delete what the drawing program has left for itself.',
    },
    'logo.text.misplaced': {
      severity: error,
      title: ({ seen, in: parent }: Fault) =>
        `The text ${quoted(seen)} stands in ${quoted(parent)}`,
      advice: () => 'Delete the text, which nobody sees there.',
    },
  },
  examples: {
    'logo.element.script': logoOf('<script/>'),
    'logo.element.animation': logoOf('<animate/>'),
    'logo.element.raster': logoOf('<image/>'),
    'logo.element.style': logoOf('<style/>'),
    'logo.element.foreign-object': logoOf('<foreignObject/>'),
    'logo.element.forbidden': logoOf('<filter/>'),
    'logo.element.misplaced': logoOf('<g><title/></g>'),
    'logo.element.foreign': logoOf('<a:b xmlns:a="urn:a"/>'),
    'logo.text.misplaced': logoOf('stray'),
  },
  quiet: logoOf(),
  check({ logoDocument, source }, find) {
    const about = source('logoDocument').name
    return faultsOf(logoDocument.faults, CODES, about).map(({ code, fault, at }) =>
      code === 'text.misplaced'
        ? find(`logo.${code}`, fault, atSpan(about, inked(logoDocument.text, fault.span)))
        : find(`logo.${code}`, fault, at),
    )
  },
})

/** From the first character that may not be there to the last: the blanks around a text may, and begin on other lines. */
function inked(text: string, { start, end }: Span): Span {
  const run = text.slice(start, end)
  const first = run.search(/[^ \t\r\n]/)
  return { start: start + first, end: start + run.replace(/[ \t\r\n]+$/, '').length }
}
