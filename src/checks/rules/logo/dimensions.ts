import { frameOf, type Side } from '../../../svg/frame.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, draftSection, framed, GMAIL, logoOf } from './logo-finding.ts'

const SMALLEST = 96

export const logoDimensions = defineRule({
  id: 'logo.dimensions',
  title: 'Width and height in pixels',
  needs: ['logoDocument'],
  spec: draftSection('2'),
  demand: GMAIL,
  why: 'Gmail asks for a width and a height in pixels, 96 or more. Logos with certificates are shown without, so this is advice.',
  messages: {
    'logo.size.relative': {
      severity: 'warning',
      title: ({ value }: { value: string | null }) =>
        value === null
          ? 'The root has no width and height in pixels'
          : `The size of the root is relative: ${quoted(value)}`,
      advice: () => 'Write a width and a height in pixels, 96 or more, the same for both.',
    },
    'logo.size.small': {
      severity: 'warning',
      title: ({ value }: { value: string }) =>
        `The size of the root is ${quoted(value)}, less than ${SMALLEST} pixels`,
      advice: () =>
        `Write a width and a height of ${SMALLEST} or more: the \`viewBox\` scales the drawing.`,
    },
  },
  examples: {
    'logo.size.relative': framed('width="100%" height="100%" viewBox="0 0 96 96"'),
    'logo.size.small': framed('width="48" height="48" viewBox="0 0 96 96"'),
  },
  quiet: logoOf(),
  check({ logoDocument: { root }, source }, find) {
    if (root === null) return []
    const about = source('logoDocument').name
    const { width, height } = frameOf(root)
    const sides = [width, height].filter((side): side is Side => side !== null)
    // `em` and `ex` are told as lengths that SVG Tiny 1.2 has not.
    const relative = sides.filter(({ attribute }) => attribute.value.trim().endsWith('%'))
    const small = sides.filter(({ pixels }) => pixels !== null && pixels < SMALLEST)
    const isMissing = sides.length < 2 && relative.length === 0
    return [
      ...(isMissing
        ? [find('logo.size.relative', { value: null }, atSpan(about, root.opening))]
        : []),
      ...relative.map(({ attribute }) =>
        find('logo.size.relative', { value: attribute.value }, atSpan(about, attribute)),
      ),
      ...small.map(({ attribute }) =>
        find('logo.size.small', { value: attribute.value }, atSpan(about, attribute)),
      ),
    ]
  },
})
