import { describe, expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { style } from './style.ts'

describe('style attributes', () =>
  goldens(style, [
    ['a declaration', '<path style="fill:red"/>', '<path fill="red"/>'],
    ['nothing to do', '<path fill="red" class="a"/>', null],
    ['wins over the attribute', '<path fill="red" style="fill:blue"/>', '<path fill="blue"/>'],
    ['the last one wins', '<path style="fill:red;fill:blue"/>', '<path fill="blue"/>'],
    ['important wins', '<path style="fill:red!important;fill:blue"/>', '<path fill="red"/>'],
    [
      'what nobody reads is passed over',
      '<path style="fill:red;fill:bluee"/>',
      '<path fill="red"/>',
    ],
    ['an empty one', '<path style=""/>', '<path/>'],
    ['what does not draw', '<path style="-inkscape-stroke:none;line-height:1"/>', '<path/>'],
    [
      'lengths',
      '<path style="stroke-width:2px;stroke-dasharray:1px, 2px;stroke-opacity:50%"/>',
      '<path stroke-width="2" stroke-dasharray="1, 2" stroke-opacity="0.5"/>',
    ],
    ['what is so anyway', '<path style="fill:black;opacity:1;display:inline"/>', '<path/>'],
    [
      'what is inherited already',
      '<g fill="red"><path style="fill:red"/><path style="fill:black"/></g>',
      '<g fill="red"><path/><path fill="black"/></g>',
    ],
    [
      'with copies, all is kept',
      '<path id="a" style="fill:black"/><use href="#a" fill="red"/>',
      '<path id="a" fill="black"/><use href="#a" fill="red"/>',
    ],
    ['quotes in url()', `<path style='fill:url("#a")'/>`, '<path fill="url(#a)"/>'],
    [
      'what later repairs care for',
      '<g style="opacity:.5;mix-blend-mode:multiply;filter:url(#f);clip-path:url(#c)"/>',
      '<g opacity=".5" mix-blend-mode="multiply" filter="url(#f)" clip-path="url(#c)"/>',
    ],
    [
      'transforms',
      '<g style="transform:translateX(2px) rotate(.25turn);transform-origin:1px 2px"/>',
      '<g transform="translate(2) rotate(90)" transform-origin="1px 2px"/>',
    ],
    ['a path', `<path style="d:path('M0 0')"/>`, '<path d="M0 0"/>'],
    ['geometry where it is one', '<rect style="rx:2px;r:3px"/>', '<rect rx="2"/>'],
    [
      'inherit',
      '<g fill="red"><path fill="blue" style="fill:inherit"/></g>',
      '<g fill="red"><path/></g>',
    ],
    [
      'inherit, for what is not inherited',
      '<g opacity=".5"><path style="opacity:inherit"/></g>',
      '<g opacity=".5"><path opacity=".5"/></g>',
    ],
    [
      'initial',
      '<g fill="red"><path style="fill:initial;opacity:initial"/></g>',
      '<g fill="red"><path fill="black"/></g>',
    ],
    [
      'unset',
      '<g><path fill="red" opacity=".5" style="fill:unset;opacity:unset"/></g>',
      '<g><path/></g>',
    ],
    [
      'variables',
      '<g style="--a:red"><path style="fill:var(--a)"/><path fill="var(--a)"/><path style="fill:var(--b,#00f)"/></g>',
      '<g><path fill="red"/><path fill="red"/><path fill="#00f"/></g>',
    ],
    ['a variable that is not there', '<path fill="red" style="fill:var(--a)"/>', '<path/>'],
  ]))

describe('style sheets', () =>
  goldens(style, [
    ['a class', '<style>.a{fill:red}</style><path class="a"/>', '<path fill="red"/>'],
    [
      'specificity',
      '<style>#i{fill:red}.a.b{fill:green}.a{fill:blue}path{fill:pink}</style><path id="i" class="a b"/><path class="a b"/><path class="a"/><path/>',
      '<path id="i" fill="red"/><path fill="green"/><path fill="blue"/><path fill="pink"/>',
    ],
    [
      'a later sheet wins',
      '<style>path{fill:red}</style><path/><style>path{fill:blue}</style>',
      '<path fill="blue"/>',
    ],
    [
      'style wins over sheets, and important over style',
      '<style>path{fill:red;stroke:red!important}</style><path style="fill:blue;stroke:blue"/>',
      '<path fill="blue" stroke="red"/>',
    ],
    [
      'sheets win over attributes',
      '<style>path{fill:red}</style><path fill="blue"/>',
      '<path fill="red"/>',
    ],
    [
      'selectors see the drawing as it was',
      '<style>[fill=red]{fill:blue}g[fill=red] path{fill:green}</style><g fill="red"><path/></g>',
      '<g fill="blue"><path fill="green"/></g>',
    ],
    ['of another language', '<style type="text/less">path{fill:red}</style><path/>', '<path/>'],
    ['for printing', '<style media="print">path{fill:red}</style><path/>', '<path/>'],
    [
      'in CDATA',
      '<style><![CDATA[ g > path{fill:red} ]]></style><g><path/></g>',
      '<g><path fill="red"/></g>',
    ],
    [
      'a font that nothing is written in',
      '<style>@font-face{font-family:A;src:url(a)}path{fill:red}</style><path/>',
      '<path fill="red"/>',
    ],
    [
      'a font that something is written in',
      '<style>@font-face{font-family:A;src:url(a)}text{fill:red}</style><text>a</text>',
      '<style>@font-face{font-family:A;src:url(a)}</style><text fill="red">a</text>',
    ],
    ['more than can be read', '<style>@layer{a{fill:red}}</style><path class="a"/>', null],
  ]))

test.each([
  [
    '<style>g:has(path){fill:red}</style>',
    '`g:has(path)` is CSS that cannot be turned into attributes here',
  ],
  [
    '<style>@import url(a.css);</style>',
    'The style sheet asks for another file: `@import url(a.css);`',
  ],
  [
    '<style>@font-face{font-family:A}</style><text/>',
    'The style sheet brings a font, and the profile has none',
  ],
])('%s is an obstacle', (inner, why) => {
  expect(repairedBy(style, svg(inner)).obstacles.map((each) => each.why)).toEqual([why])
})

test('a background of the root is told, since only browsers draw it', () => {
  const { obstacles } = repairedBy(style, svg('', 'style="background:#fff"'))
  expect(obstacles.map(({ element }) => element)).toEqual(['svg'])
})

test('changes show what was and what is', () => {
  const { changes } = repairedBy(style, svg('<path style="fill:red;stroke:blue"/>'))
  expect(changes).toEqual([
    {
      what: 'Write `style` of `path` as attributes',
      before: 'style="fill:red;stroke:blue"',
      after: 'fill="red" stroke="blue"',
      origin: { start: 40, end: 76 },
    },
  ])
})
