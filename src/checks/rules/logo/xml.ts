import { defineRule } from '../../rule.ts'
import { atSpan, FILE, logoOf, logoText } from './logo-finding.ts'
import { logoFact } from '../../../facts/logo-facts.ts'
import { seen } from '../../example.ts'

const error = 'error' as const
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
  },
  examples: {
    'logo.xml.not-svg': logoText('<html/>'),
    'logo.xml.svgz-corrupt': seen('1f 8b 08 00 00', { logo: damaged }),
    'logo.xml.not-well-formed': logoText('<svg><g></svg>'),
    'logo.xml.doctype': logoText('<!DOCTYPE svg><svg/>'),
  },
  quiet: logoOf(),
  check({ logoDocument: logo, source }, find) {
    const about = source('logoDocument').name
    const start = atSpan(about, { start: 0, end: 0 })
    if (logo.corrupt) return [find('logo.xml.svgz-corrupt', {}, start)]
    if (logo.instead !== null) return [find('logo.xml.not-svg', { name: logo.instead }, start)]
    const { document } = logo
    if (document === null) return []
    const broken = document.notWellFormed
    const doctype = document.doctype
    return [
      ...(doctype === null ? [] : [find('logo.xml.doctype', {}, atSpan(about, doctype))]),
      ...(broken === null
        ? []
        : [find('logo.xml.not-well-formed', { name: broken.expected }, atSpan(about, broken))]),
    ]
  },
})
