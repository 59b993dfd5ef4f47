import { compositionOf } from '../../../svg/composition.ts'
import { frameOf } from '../../../svg/frame.ts'
import { defineRule } from '../../rule.ts'
import { atSpan, draftSection, GMAIL, logoOf, logoText } from './logo-finding.ts'

const BARE =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" width="96" height="96" viewBox="0 0 96 96"><title>Example</title><desc>A mark</desc>'

export const logoGround = defineRule({
  id: 'logo.ground',
  title: 'The ground and the colours of the logo',
  needs: ['logoDocument'],
  spec: draftSection('2'),
  why: 'Mailboxes put the logo on white, on grey or on black, as the reader has it.',
  messages: {
    'logo.background.transparent': {
      severity: 'warning',
      title: () => 'Nothing opaque lies behind the drawing',
      advice: () => 'Put a shape in the colour of the background first, as large as the `viewBox`.',
      why: 'On a transparent ground a dark drawing disappears in a dark mailbox, and a light one in a light mailbox.',
      demand: GMAIL,
    },
    'logo.colour.single': {
      severity: 'warning',
      title: ({ colors }: { colors: number }) =>
        colors === 0 ? 'The logo draws nothing' : 'The logo is drawn in one colour',
      advice: () => 'Give the drawing and what is behind it different colours.',
      why: 'The draft asks for two colours at least, so that the drawing is seen on any ground.',
    },
  },
  examples: {
    'logo.background.transparent': logoText(
      `${BARE}<path fill="#a00" d="M32 32h32v32h-32z"/><path d="M40 40h9v9h-9z"/></svg>`,
    ),
    'logo.colour.single': logoText(`${BARE}<rect width="96" height="96" fill="#fff"/></svg>`),
  },
  quiet: logoOf(),
  check({ logoDocument: { root }, source }, find) {
    const composition = root === null ? null : compositionOf(root, frameOf(root))
    if (root === null || composition === null) return []
    const at = atSpan(source('logoDocument').name, root.opening)
    const { hasGround, colors } = composition
    return [
      ...(hasGround === false ? [find('logo.background.transparent', {}, at)] : []),
      ...(colors !== null && colors < 2 ? [find('logo.colour.single', { colors }, at)] : []),
    ]
  },
})
