import { frameOf, isSquare } from '../../../svg/frame.ts'
import { defineRule } from '../../rule.ts'
import { attributeOf } from '../../../svg/tree.ts'
import { atSpan, draftSection, framed, logoOf } from './logo-finding.ts'

interface Sides {
  width: number
  height: number
}

export const logoShape = defineRule({
  id: 'logo.shape',
  title: 'The square of the logo',
  needs: ['logoDocument'],
  spec: draftSection('2'),
  why: 'Mailboxes show logos in a square or a circle. What is not square is stretched, cut, or not shown.',
  messages: {
    'logo.shape.not-square': {
      severity: 'error',
      title: ({ width, height }: Sides) => `The logo is not square: it is ${width} by ${height}`,
      advice: () =>
        'Make the `viewBox` square, with the drawing in its middle and room on the short sides.',
    },
    'logo.shape.no-view-box': {
      severity: 'warning',
      title: () => 'The logo has no `viewBox`',
      advice: () => 'Add a `viewBox` that says which part of the plane is the logo.',
      why: 'Without it the drawing cannot be scaled: a small picture shows its upper left corner.',
    },
  },
  examples: {
    'logo.shape.not-square': framed('viewBox="0 0 96 48"'),
    'logo.shape.no-view-box': framed('width="96" height="96"'),
  },
  quiet: logoOf(),
  check({ logoDocument: { root }, source }, find) {
    if (root === null) return []
    const about = source('logoDocument').name
    const { hasViewBox, shown } = frameOf(root)
    const place = attributeOf(root, 'viewBox') ?? root.opening
    return [
      ...(shown === null || isSquare(shown)
        ? []
        : [
            find(
              'logo.shape.not-square',
              { width: shown.width, height: shown.height },
              atSpan(about, place),
            ),
          ]),
      ...(hasViewBox ? [] : [find('logo.shape.no-view-box', {}, atSpan(about, root.opening))]),
    ]
  },
})
