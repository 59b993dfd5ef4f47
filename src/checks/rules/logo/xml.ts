import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, FILE, logoOf, logoText } from './logo-finding.ts'
import { logoFact } from '../../../facts/logo-facts.ts'
import { seen } from '../../example.ts'

const error = 'error' as const
const notice = 'notice' as const
interface Named {
  name: string
}

const damaged = logoFact(Uint8Array.from([0x1f, 0x8b, 8, 0, 0]), { name: FILE, via: 'file' })

export const logoXml = defineRule({
  id: 'logo.xml',
  title: 'The file of the logo',
  needs: ['logoDocument'],
  spec: [{ document: 'XML 1.0', section: '2' }],
  why: 'A mailbox provider reads the logo with a strict parser, and shows nothing when it cannot.',
  messages: {
    'logo.xml.not-svg': {
      severity: error,
      title: ({ name }: Named) => `The file is no SVG: it is ${name}`,
      advice: () => 'Export the logo as SVG from the program that it was drawn with.',
    },
    'logo.xml.svgz-corrupt': {
      severity: error,
      title: () => 'The file is compressed, and cannot be decompressed to at most 1 MB',
      advice: () => 'Save the SVG again without compression.',
    },
    'logo.xml.not-well-formed': {
      severity: error,
      title: ({ name }: Named) => `The XML cannot be read from here on: ${name}`,
      advice: () => 'Mend this place, or export the logo again.',
    },
    'logo.xml.doctype': {
      severity: error,
      title: () => 'The file has a DOCTYPE',
      advice: () => 'Delete the DOCTYPE.',
      why: 'The document type of SVG 1.1 adds attributes that SVG Tiny PS has not, so validators that load it refuse the logo.',
    },
    'logo.xml.entity': {
      severity: error,
      title: ({ name }: Named) => `The file uses the entity ${quoted(name)}`,
      advice: () => 'Write out what the entity stands for, and delete its declaration.',
    },
    'logo.xml.encoding': {
      severity: 'warning',
      title: ({ name }: Named) => `The encoding is ${quoted(name)}`,
      advice: () => 'Save the file as UTF-8.',
    },
    'logo.xml.bom': {
      severity: notice,
      title: () => 'The file begins with a byte-order mark',
      advice: () => 'Save the file as UTF-8 without the mark.',
      demand: 'practice',
    },
    'logo.xml.processing-instruction': {
      severity: notice,
      title: ({ name }: Named) => `The file has the processing instruction ${quoted(name)}`,
      advice: () => 'Delete it: it changes nothing.',
      demand: 'practice',
    },
    'logo.xml.comment': {
      severity: notice,
      title: () => 'The file has a comment',
      advice: () => 'Delete it to save bytes.',
      demand: 'practice',
    },
    'logo.xml.unused-namespace': {
      severity: notice,
      title: ({ name }: Named) => `The prefix ${quoted(name)} is declared and not used`,
      advice: () => 'Delete the declaration: some validators take `xmlns:xlink` for a link.',
      demand: 'practice',
    },
  },
  examples: {
    'logo.xml.not-svg': logoText('<html/>'),
    'logo.xml.svgz-corrupt': seen('1f 8b 08 00 00', { logo: damaged }),
    'logo.xml.not-well-formed': logoText('<svg><g></svg>'),
    'logo.xml.doctype': logoText('<!DOCTYPE svg><svg/>'),
    'logo.xml.entity': logoOf('&nbsp;'),
    'logo.xml.encoding': logoText('<?xml version="1.0" encoding="ISO-8859-1"?><svg/>'),
    'logo.xml.bom': logoText('\ufeff<svg/>'),
    'logo.xml.processing-instruction': logoOf('<?xpacket?>'),
    'logo.xml.comment': logoOf('<!-- made by hand -->'),
    'logo.xml.unused-namespace': logoOf('', ' xmlns:xlink="http://www.w3.org/1999/xlink"'),
  },
  quiet: logoOf(),
  check({ logoDocument: logo, source }, find) {
    const about = source('logoDocument').name
    if (logo.corrupt) return [find('logo.xml.svgz-corrupt', {}, { about })]
    if (logo.instead !== null) return [find('logo.xml.not-svg', { name: logo.instead }, { about })]
    const { document } = logo
    if (document === null) return []
    const broken = document.notWellFormed
    const doctype = document.doctype
    const first = [
      ...(doctype === null ? [] : [find('logo.xml.doctype', {}, atSpan(about, doctype))]),
      ...(broken === null
        ? []
        : [find('logo.xml.not-well-formed', { name: broken.expected }, atSpan(about, broken))]),
    ]
    if (broken !== null) return first
    const { encoding } = document
    const isMarked = document.text.startsWith('\ufeff')
    return [
      ...first,
      ...[...document.entities, ...document.references].map((entity) =>
        find('logo.xml.entity', { name: entity.name }, atSpan(about, entity)),
      ),
      ...(logo.encoding === 'UTF-8'
        ? []
        : [
            find(
              'logo.xml.encoding',
              { name: logo.encoding },
              encoding === null ? { about } : atSpan(about, encoding),
            ),
          ]),
      ...(isMarked ? [find('logo.xml.bom', {}, atSpan(about, { start: 0, end: 1 }))] : []),
      ...document.instructions.map((instruction) =>
        find(
          'logo.xml.processing-instruction',
          { name: instruction.target },
          atSpan(about, instruction),
        ),
      ),
      ...document.comments.map((comment) => find('logo.xml.comment', {}, atSpan(about, comment))),
      ...document.declarations
        .filter(({ used }) => !used)
        .map((unused) =>
          find('logo.xml.unused-namespace', { name: unused.name }, atSpan(about, unused)),
        ),
    ]
  },
})
