import { childElements, textOf, type SvgElement } from '../../../svg/tree.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, draftSection, logoText } from './logo-finding.ts'

/** The draft’s limit, in characters. */
const LONGEST = 64

/** What drawing programs and file systems call things when nobody has given them a name. */
const GENERIC =
  /^(?:(?:my |our |the |new |company |brand |bimi |svg )*(?:logo|icon|image|artboard|asset|layer|group|vector|frame|page|shape|path|drawing|graphic|document|title|svg|ebene|calque|capa)(?:[ _-]*(?:copy|final|new|svg|mark|\d+))*|untitled(?:[ _-].*)?|.*\.(?:svgz?|ai|eps|png|pdf|cdr|afdesign)|svg ?tiny ?ps|(?:created|exported) (?:with|by) .*|unnamed|unbenannt|no ?name|test|example logo)$/i

const titled = (title: string) =>
  logoText(
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" width="96" height="96" viewBox="0 0 96 96">' +
      `<title>${title}</title><desc>A mark</desc><rect width="96" height="96" fill="#fff"/><path fill="#a00" d="M32 32h32v32h-32z"/></svg>`,
  )

export const logoTitle = defineRule({
  id: 'logo.title',
  title: 'What the title of the logo says',
  needs: ['logoDocument'],
  spec: draftSection('2'),
  why: 'The title is what a screen reader says in the place of the logo, and what a certificate authority compares with the name of the brand.',
  messages: {
    'logo.title.empty': {
      severity: 'error',
      title: () => 'The title of the logo is empty',
      advice: () => 'Write the name of your organisation into the `title`.',
    },
    'logo.title.long': {
      severity: 'warning',
      title: ({ length }: { length: number }) => `The title has ${length} characters`,
      advice: () => `Shorten the title to at most ${LONGEST} characters.`,
    },
    'logo.title.generic': {
      severity: 'notice',
      title: ({ text }: { text: string }) => `The title is ${quoted(text)}, which names nobody`,
      advice: () => 'Write the name of your organisation into the `title`.',
      demand: 'practice',
    },
  },
  examples: {
    'logo.title.empty': titled(' '),
    'logo.title.long': titled('A long name '.repeat(6).trim()),
    'logo.title.generic': titled('Layer 1'),
  },
  quiet: titled('Finch Tea'),
  check({ logoDocument: { root }, source }, find) {
    const title = root === null ? undefined : childElements(root).find(isTitle)
    if (title === undefined) return []
    const at = atSpan(source('logoDocument').name, title)
    const text = textOf(title).trim()
    if (text === '') return [find('logo.title.empty', {}, at)]
    const { length } = Array.from(text)
    if (length > LONGEST) return [find('logo.title.long', { length }, at)]
    return GENERIC.test(text) ? [find('logo.title.generic', { text }, at)] : []
  },
})

function isTitle({ local, isSvg }: SvgElement): boolean {
  return isSvg && local === 'title'
}
