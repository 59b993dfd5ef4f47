import { stayingElements } from '../../../svg/schema.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, draftSection, GMAIL, logoOf } from './logo-finding.ts'

interface Counted {
  count: number
}

export const logoPresent = defineRule({
  id: 'logo.present',
  title: 'Elements that are allowed, and that somebody stumbles over',
  needs: ['logoDocument'],
  spec: draftSection('10'),
  demand: 'practice',
  why: 'The schema allows them. Some checkers and mailbox providers do not.',
  messages: {
    'logo.text.present': {
      severity: 'warning',
      title: ({ name }: { name: string }) => `The logo holds text, in ${quoted(name)}`,
      advice: () => 'Turn the text into paths in the drawing program.',
      why: 'Google asks for a logo without text, and each program draws letters with the typefaces it happens to have.',
      demand: GMAIL,
    },
    'logo.use.present': {
      severity: 'notice',
      title: ({ count }: Counted) =>
        count === 1
          ? 'The logo repeats a part with `use`'
          : `The logo has ${count} \`use\` elements`,
      advice: () => 'Draw the part again in its place: some checkers take every `use` for a link.',
    },
    'logo.group.present': {
      severity: 'notice',
      title: ({ count }: Counted) =>
        count === 1 ? 'The logo has a group' : `The logo has ${count} groups`,
      advice: () => 'Leave it, unless Gmail refuses the logo: its help page asks for no groups.',
      demand: GMAIL,
    },
  },
  examples: {
    'logo.text.present': logoOf('<text x="40" y="50">Tea</text>'),
    'logo.use.present': logoOf('<path id="a" d="M40 40h9v9z"/><use href="#a"/>'),
    'logo.group.present': logoOf('<g><path d="M40 40h9v9z"/></g>'),
  },
  quiet: logoOf(),
  check({ logoDocument: { root }, source }, find) {
    if (root === null) return []
    const about = source('logoDocument').name
    // Those that the schema refuses where they stand are told as that.
    const svg = stayingElements(root)
    const texts = svg.filter(({ local }) => local === 'text' || local === 'textArea')
    const once = (['use', 'group'] as const).flatMap((kind) => {
      const all = svg.filter(({ local }) => local === (kind === 'group' ? 'g' : kind))
      const [first] = all
      return first === undefined
        ? []
        : [find(`logo.${kind}.present`, { count: all.length }, atSpan(about, first.tag))]
    })
    return [
      ...texts.map(({ name, tag }) => find('logo.text.present', { name }, atSpan(about, tag))),
      ...once,
    ]
  },
})
