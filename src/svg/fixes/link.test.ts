import { goldens, svg } from '../../testing/repaired-by.ts'
import { link } from './link.ts'

goldens(link, [
  ['none', '<g/>', null],
  [
    'a link',
    svg(
      '<a id="a" xlink:href="https://a.test" target="_top" fill="red" transform="scale(2)"><path/></a>',
      'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ),
    svg(
      '<g id="a" fill="red" transform="scale(2)"><path/></g>',
      'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ),
  ],
  ['in a text', '<text>a<a href="b">b</a></text>', '<text>a<tspan>b</tspan></text>'],
])
