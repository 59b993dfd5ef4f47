import { inertAttributes } from '../../../svg/schema.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, draftSection, logoOf } from './logo-finding.ts'

export const logoInert = defineRule({
  id: 'logo.root.inert-attribute',
  title: 'Attributes of the root that say nothing',
  needs: ['logoDocument'],
  spec: draftSection('2'),
  why: 'The profile allows these attributes with one value only, the one they have anyway, and would rather not see them.',
  messages: {
    'logo.root.inert-attribute': {
      severity: 'notice',
      title: ({ name }: { name: string }) => `The root says ${quoted(name)}, which is so anyway`,
      advice: () => 'Delete the attribute.',
    },
  },
  examples: { 'logo.root.inert-attribute': logoOf('', ' zoomAndPan="disable"') },
  quiet: logoOf(),
  check({ logoDocument: { root }, source }, find) {
    const attributes = root === null ? [] : inertAttributes(root)
    return attributes.map((attribute) =>
      find(
        'logo.root.inert-attribute',
        { name: `${attribute.name}="${attribute.value}"` },
        atSpan(source('logoDocument').name, attribute),
      ),
    )
  },
})
