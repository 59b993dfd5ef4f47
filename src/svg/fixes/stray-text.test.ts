import { goldens, svg } from '../../testing/repaired-by.ts'
import { strayText } from './stray-text.ts'

goldens(strayText, [
  ['blanks', ' <g>\n<path> </path>\t</g>', null],
  [
    'where text belongs',
    '<title>a</title><text>b<tspan>c</tspan></text><metadata>d</metadata>',
    null,
  ],
  ['in the root and in groups', 'a<g>b<path>c</path> </g>', '<g><path/> </g>'],
  ['a blank that does not break', '\u00a0<g/>', '<g/>'],
  ['foreign content is another’s', svg('<i:a>b</i:a>', 'xmlns:i="urn:i"'), null],
])
