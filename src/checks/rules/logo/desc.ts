import { childElements, textOf } from '../../../svg/tree.ts'
import { defineRule } from '../../rule.ts'
import { atSpan, draftSection, logoOf, logoText } from './logo-finding.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps">'

export const logoDesc = defineRule({
  id: 'logo.desc',
  title: 'The description of the logo',
  needs: ['logoDocument'],
  spec: draftSection('2'),
  why: 'A sentence about the drawing helps those who do not see it. No mailbox provider asks for one.',
  messages: {
    'logo.desc.missing': {
      severity: 'notice',
      title: () => 'The logo has no description',
      advice: () => 'Add a `desc` after the title, with a sentence about what is drawn.',
    },
    'logo.desc.empty': {
      severity: 'warning',
      title: () => 'The description of the logo is empty',
      advice: () => 'Write a sentence into the `desc`, or delete it.',
    },
  },
  examples: {
    'logo.desc.missing': logoText(`${SVG}<title>Example</title></svg>`),
    'logo.desc.empty': logoText(`${SVG}<title>Example</title><desc/></svg>`),
  },
  quiet: logoOf(),
  check({ logoDocument: { root }, source }, find) {
    if (root === null) return []
    const about = source('logoDocument').name
    const descs = childElements(root).filter(({ local, isSvg }) => isSvg && local === 'desc')
    if (descs.length === 0) return [find('logo.desc.missing', {}, atSpan(about, root.opening))]
    return descs
      .filter((desc) => textOf(desc).trim() === '')
      .map((desc) => find('logo.desc.empty', {}, atSpan(about, desc)))
  },
})
