import { badReferences, duplicateIds } from '../../../svg/references.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, draftSection, logoOf } from './logo-finding.ts'

interface Reference {
  name: string
  target: string
}

export const logoReferences = defineRule({
  id: 'logo.reference',
  title: 'What the logo points to',
  needs: ['logoDocument'],
  spec: draftSection('14'),
  why: 'A logo has to be complete in itself: mailbox providers load nothing that it points to, and refuse it.',
  messages: {
    'logo.reference.external': {
      severity: 'error',
      title: ({ name, target }: Reference) =>
        `${quoted(name)} points out of the file, to ${quoted(target)}`,
      advice: () => 'Draw what it points to in the file itself, or delete the attribute.',
    },
    'logo.reference.cyclic': {
      severity: 'error',
      title: ({ target }: Reference) => `The \`use\` of ${quoted(target)} holds itself`,
      advice: () => 'Delete the `use`, or point it to an element that it is not part of.',
    },
    'logo.reference.dangling': {
      severity: 'warning',
      title: ({ name, target }: Reference) =>
        target === ''
          ? `${quoted(name)} points to nothing`
          : `${quoted(name)} points to ${quoted(target)}, which is not in the file`,
      advice: () => 'Correct the reference, or delete the attribute.',
      why: 'What it should draw or paint is missing from the picture.',
    },
    'logo.id.duplicate': {
      severity: 'warning',
      title: ({ id }: { id: string }) => `The id ${quoted(id)} is given twice`,
      advice: () => 'Give the second element another id, or none.',
      why: 'What points to the id gets one of the two, and programs differ in which.',
    },
  },
  examples: {
    'logo.reference.external': logoOf('<path fill="url(https://example.com/a.svg#b)"/>'),
    'logo.reference.cyclic': logoOf('<g id="a"><use href="#a"/></g>'),
    'logo.reference.dangling': logoOf('<use href="#a"/>'),
    'logo.id.duplicate': logoOf('<path id="a"/><path id="a"/>'),
  },
  quiet: logoOf('<path id="a"/><use href="#a"/>'),
  check({ logoDocument: { root }, source }, find) {
    if (root === null) return []
    const about = source('logoDocument').name
    return [
      ...badReferences(root).map(({ kind, span, seen: name, target }) =>
        find(`logo.reference.${kind}`, { name, target }, atSpan(about, span)),
      ),
      ...duplicateIds(root).map(({ id, span }) =>
        find('logo.id.duplicate', { id }, atSpan(about, span)),
      ),
    ]
  },
})
