import { arcsIn, valueFaults, type ValueFault } from '../../../svg/value-faults.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { atSpan, framed, logoOf } from './logo-finding.ts'

const warning = 'warning' as const

const asSeen = ({ seen, value, offset }: ValueFault): string =>
  offset === null || offset === 0
    ? `${quoted(seen)} is ${value === '' ? 'empty' : quoted(value)}`
    : offset >= value.length
      ? `${quoted(seen)} ends too early`
      : `${quoted(seen)} cannot be read from character ${offset + 1} on`

const message = (why: string) => ({
  severity: warning,
  title: asSeen,
  advice: ({ expected }: ValueFault) => `Write ${expected} there.`,
  why,
})

export const logoValues = defineRule({
  id: 'logo.value',
  title: 'Values that SVG Tiny 1.2 can read',
  needs: ['logoDocument'],
  spec: [{ document: 'SVG Tiny 1.2', section: '4.1' }],
  why: 'The schema takes any text here. A program that draws the logo does not: it leaves out what it cannot read.',
  messages: {
    'logo.value.path': message('A path is drawn up to the place that cannot be read.'),
    'logo.value.color': message(
      'A colour that is not understood is left out, or black. SVG Tiny 1.2 knows fewer ways to write one than browsers do.',
    ),
    'logo.value.length': message('A number that is not understood counts as if it were not there.'),
    'logo.value.transform': message(
      'A transform that is not understood is left out, and the shape lands elsewhere.',
    ),
    'logo.value.points': message('The shape is drawn up to the place that cannot be read.'),
    'logo.value.view-box': message(
      'Without a `viewBox` that can be read, the logo is cut or shown at the wrong size.',
    ),
    'logo.value.arc': {
      severity: 'notice',
      title: ({ count }: { count: number }) =>
        count === 1 ? 'The path has an arc' : `The path has ${count} arcs`,
      advice: () => 'Turn arcs into curves to be on the safe side.',
      why: 'SVG Tiny 1.2 has no arcs in paths. Browsers draw them, and so do the mailboxes that we know of.',
    },
  },
  examples: {
    'logo.value.path': logoOf('<path d="M0 0banana"/>'),
    'logo.value.color': logoOf('<path fill="tomato"/>'),
    'logo.value.length': logoOf('<circle r="5mm"/>'),
    'logo.value.transform': logoOf('<path transform="move(1)"/>'),
    'logo.value.points': logoOf('<polygon points="0 0 1"/>'),
    'logo.value.view-box': framed('viewBox="0 0 96"'),
    'logo.value.arc': logoOf('<path d="M0 0a1 1 0 0 1 2 2"/>'),
  },
  quiet: logoOf(),
  check({ logoDocument: { root }, source }, find) {
    if (root === null) return []
    const about = source('logoDocument').name
    return [
      ...valueFaults(root).map((fault) =>
        find(`logo.value.${fault.kind}`, fault, atSpan(about, fault.span)),
      ),
      ...arcsIn(root).map(({ span, count }) =>
        find('logo.value.arc', { count }, atSpan(about, span)),
      ),
    ]
  },
})
