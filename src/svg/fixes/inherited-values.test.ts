import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { inheritedValues } from './inherited-values.ts'

goldens(inheritedValues, [
  ['all of the profile', '<g role="img" class="a" fill="red" xml:space="preserve"/>', null],
  [
    'hints',
    '<path shape-rendering="crispEdges" text-rendering="auto" image-rendering="auto" pointer-events="none" cursor="help"/>',
    '<path/>',
  ],
  [
    'names for others',
    '<g data-name="a" aria-label="b" tabindex="0" lang="en" focusable="false"/>',
    '<g/>',
  ],
  ['what nobody knows', '<g banana="1" d="M0 0" viewBox="0 0 1 1"/>', '<g/>'],
  [
    'what stands for nothing',
    '<g overflow="visible" enable-background="new" isolation="isolate"/>',
    '<g/>',
  ],
  [
    'initial values',
    '<path opacity="1" clip-path="none" mask="none" filter="none" mix-blend-mode="normal" marker-end="none" paint-order="normal"/>',
    '<path/>',
  ],
  [
    'values that show',
    '<path opacity=".5" clip-path="url(#a)" mask="url(#a)" filter="url(#a)" mix-blend-mode="multiply" marker-end="url(#a)" paint-order="stroke"/>',
    null,
  ],
  [
    'on definitions',
    '<defs transform="scale(2)" opacity=".5"><stop opacity=".5"/></defs>',
    '<defs><stop/></defs>',
  ],
  [
    'gradients',
    '<linearGradient gradientTransform="scale(2)" spreadMethod="reflect" href="#a" fx="1"/><radialGradient spreadMethod="pad" gradientTransform=""/>',
    '<linearGradient gradientTransform="scale(2)" spreadMethod="reflect" href="#a" fx="1"/><radialGradient/>',
  ],
  ['a rule for clips, without clips', '<path clip-rule="evenodd"/>', '<path/>'],
  [
    'a rule for clips, with clips',
    '<clipPath><path clip-rule="evenodd"/></clipPath><g clip-rule="evenodd"/><g clip-rule="nonzero"/>',
    '<clipPath><path clip-rule="evenodd"/></clipPath><g clip-rule="evenodd"/><g/>',
  ],
  [
    'what is of gradients and lines alone',
    '<rect spreadMethod="reflect" gradientTransform="scale(2)" marker-end="url(#a)"/><g marker-end="url(#a)"/>',
    '<rect/><g marker-end="url(#a)"/>',
  ],
  ['spacing without text', '<g letter-spacing="2" dx="1"/>', '<g/>'],
  [
    'spacing with text',
    '<g letter-spacing="2"><text letter-spacing="0">a</text></g>',
    '<g letter-spacing="2"><text>a</text></g>',
  ],
  [
    'on what the profile lacks, all stays',
    '<image x="1" preserveAspectRatio="none" data-a="b"/>',
    null,
  ],
  ['place of the root', svg('', 'x="0px" y="0px" data-a="b"'), svg('')],
])

test('one change for each name', () => {
  const { changes } = repairedBy(
    inheritedValues,
    svg('<g data-a="1"/><g data-a="2" tabindex="1"/>'),
  )
  expect(changes.map(({ what }) => what)).toEqual([
    'Take out `data-a` of 2 elements',
    'Take out `tabindex`',
  ])
})
