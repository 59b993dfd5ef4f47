import { goldens, svg } from '../../testing/repaired-by.ts'
import { enums } from './enums.ts'

goldens(enums, [
  [
    'as they should be',
    '<path fill-rule=" evenodd " class="a b" stroke-linejoin="inherit"/>',
    null,
  ],
  [
    'capitals',
    '<path fill-rule="EvenOdd" stroke-linecap="ROUND"/>',
    '<path fill-rule="evenodd" stroke-linecap="round"/>',
  ],
  ['what nobody reads', '<path fill-rule="odd" stroke-linecap=""/>', '<path/>'],
  [
    'what browsers draw instead',
    '<path stroke-linejoin="miter-clip"/>',
    '<path stroke-linejoin="miter"/>',
  ],
  ['another word for it', '<text text-align="left"/>', '<text text-align="start"/>'],
  [
    'names of XML have no other spelling',
    '<linearGradient gradientUnits="userspaceonuse"/>',
    '<linearGradient/>',
  ],
  ['languages', '<g xml:lang="en_US"/><g xml:lang="1"/>', '<g xml:lang="en-US"/><g/>'],
  ['classes', '<g class=""/><g class="a [b] c"/>', '<g/><g class="a c"/>'],
  ['space', '<g xml:space="none"/>', '<g/>'],
  ['weights that are none', '<text font-weight="heavy"/>', '<text/>'],
  [
    'the root has fewer',
    svg('', 'font-weight="inherit" zoomAndPan="magnify"'),
    svg('', 'zoomAndPan="magnify"'),
  ],
])
