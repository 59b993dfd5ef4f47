import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, draftSection, logoOf, logoText } from './logo-finding.ts'

const notice = 'notice' as const
const demand = 'practice' as const
interface Named {
  name: string
}

export const logoXmlExtras = defineRule({
  id: 'logo.xml.extras',
  title: 'What the file of the logo holds beside the drawing',
  needs: ['logoDocument'],
  spec: draftSection('2'),
  why: 'It draws nothing, takes room, and some validators stumble over it.',
  messages: {
    'logo.xml.entity': {
      severity: 'error',
      title: ({ name }: Named) => `The file uses the entity ${quoted(name)}`,
      advice: () => 'Write out what the entity stands for, and delete its declaration.',
      why: 'A logo has to stand by itself, and a careful reader refuses entities because they can grow without end.',
    },
    'logo.xml.encoding': {
      severity: 'warning',
      title: ({ name }: Named) => `The encoding is ${quoted(name)}`,
      advice: () => 'Save the file as UTF-8.',
      why: 'UTF-8 is the one encoding that every reader of XML has.',
    },
    'logo.xml.bom': {
      severity: notice,
      title: () => 'The file begins with a byte-order mark',
      advice: () => 'Save the file as UTF-8 without the mark.',
      demand,
    },
    'logo.xml.processing-instruction': {
      severity: notice,
      title: ({ name }: Named) => `The file has the processing instruction ${quoted(name)}`,
      advice: () => 'Delete it: it changes nothing.',
      demand,
    },
    'logo.xml.comment': {
      severity: notice,
      title: () => 'The file has a comment',
      advice: () => 'Delete it to save bytes.',
      demand,
    },
    'logo.xml.unused-namespace': {
      severity: notice,
      title: ({ name }: Named) => `The prefix ${quoted(name)} is declared and not used`,
      advice: () => 'Delete the declaration: some validators take `xmlns:xlink` for a link.',
      demand,
    },
  },
  examples: {
    'logo.xml.entity': logoOf('&nbsp;'),
    'logo.xml.encoding': logoText('<?xml version="1.0" encoding="ISO-8859-1"?><svg/>'),
    'logo.xml.bom': logoText('\ufeff<svg/>'),
    'logo.xml.processing-instruction': logoOf('<?xpacket?>'),
    'logo.xml.comment': logoOf('<!-- made by hand -->'),
    'logo.xml.unused-namespace': logoOf('', ' xmlns:xlink="http://www.w3.org/1999/xlink"'),
  },
  quiet: logoOf(),
  check({ logoDocument: { document, encoding, instead }, source }, find) {
    const about = source('logoDocument').name
    if (document === null || document.notWellFormed !== null || instead !== null) return []
    const unused = document.declarations.filter(({ used }) => !used)
    const place = atSpan(about, document.encoding ?? { start: 0, end: 0 })
    // In UTF-16 the mark has to be there (XML 1.0 section 4.3.3).
    const isMarked = document.text.startsWith('\ufeff') && !encoding.startsWith('UTF-16')
    return [
      ...[...document.entities, ...document.references].map((entity) =>
        find('logo.xml.entity', { name: entity.name }, atSpan(about, entity)),
      ),
      ...(encoding === 'UTF-8' ? [] : [find('logo.xml.encoding', { name: encoding }, place)]),
      ...(isMarked ? [find('logo.xml.bom', {}, atSpan(about, { start: 0, end: 1 }))] : []),
      ...document.instructions.map(({ target: name, ...span }) =>
        find('logo.xml.processing-instruction', { name }, atSpan(about, span)),
      ),
      ...document.comments.map((comment) => find('logo.xml.comment', {}, atSpan(about, comment))),
      ...unused.map(({ name, start, end }) =>
        find('logo.xml.unused-namespace', { name }, atSpan(about, { start, end })),
      ),
    ]
  },
})
