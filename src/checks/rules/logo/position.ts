import { compositionOf } from '../../../svg/composition.ts'
import { frameOf, isSquare } from '../../../svg/frame.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, draftSection, logoOf } from './logo-finding.ts'

/** As parts of the side, and of the radius: less than this nobody sees at 40 pixels. */
const CLEARLY_OFF = 0.08
const CLEARLY_OUT = 0.03

const percent = (part: number): number => Math.round(Math.abs(part) * 100)

export const logoPosition = defineRule({
  id: 'logo.position',
  title: 'The place of the drawing in its square',
  needs: ['logoDocument'],
  spec: draftSection('2'),
  demand: 'practice',
  why: 'Gmail, Apple Mail and others cut the square to a circle, and everything looks as if it were meant to be in the middle.',
  messages: {
    'logo.shape.off-centre': {
      severity: 'notice',
      title: ({ right, down }: { right: number; down: number }) =>
        Math.abs(right) >= Math.abs(down)
          ? `The drawing stands ${percent(right)} percent too far to the ${right > 0 ? 'right' : 'left'}`
          : `The drawing stands ${percent(down)} percent too ${down > 0 ? 'low' : 'high'}`,
      advice: () => 'Move the drawing to the middle of its square.',
    },
    'logo.shape.circle-crop': {
      severity: 'warning',
      title: ({ element }: { element: string }) =>
        `A round crop takes a part of the drawing away, of ${quoted(element)} most`,
      advice: () => 'Leave more room around the drawing, so that all of it is inside the circle.',
    },
  },
  examples: {
    'logo.shape.off-centre': logoOf('<path d="M70 40h10v10h-10z"/>'),
    'logo.shape.circle-crop': logoOf('<path d="M0 0h9v9h-9zM87 87h9v9h-9z"/>'),
  },
  quiet: logoOf(),
  check({ logoDocument: { root }, source }, find) {
    if (root === null) return []
    const frame = frameOf(root)
    // What is not square is told as that, and has no circle yet.
    if (frame.shown === null || !isSquare(frame.shown)) return []
    const composition = compositionOf(root, frame)
    if (composition === null) return []
    const about = source('logoDocument').name
    const { offCentre, beyondCircle } = composition
    const isOff =
      offCentre !== null &&
      Math.max(Math.abs(offCentre.right), Math.abs(offCentre.down)) > CLEARLY_OFF
    const isOut = beyondCircle !== null && beyondCircle.by > CLEARLY_OUT
    return [
      ...(isOff ? [find('logo.shape.off-centre', offCentre, atSpan(about, root.opening))] : []),
      ...(isOut
        ? [
            find(
              'logo.shape.circle-crop',
              { element: beyondCircle.element.name },
              atSpan(about, beyondCircle.element.tag),
            ),
          ]
        : []),
    ]
  },
})
