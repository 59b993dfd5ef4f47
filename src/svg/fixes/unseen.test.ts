import { goldens } from '../../testing/repaired-by.ts'
import { unseen } from './unseen.ts'

goldens(unseen, [
  ['all of the profile', '<defs><path id="a"/><linearGradient id="b"/></defs>', null],
  [
    'definitions that something uses',
    '<clipPath id="a"><path/></clipPath><path clip-path="url(#a)"/>',
    null,
  ],
  [
    'definitions that nothing uses',
    '<clipPath id="a"/><filter/><defs><mask id="b"/></defs>',
    '<defs/>',
  ],
  [
    'definitions that only such use',
    '<mask id="a"><path clip-path="url(#b)"/></mask><clipPath id="b"/>',
    '',
  ],
  [
    'definitions in such that others use',
    '<defs><mask id="a"><linearGradient id="b"/></mask></defs><path fill="url(#b)"/>',
    '<defs><linearGradient id="b"/></defs><path fill="url(#b)"/>',
  ],
  [
    'pictures that wait for nobody',
    '<defs><image href="a"/><g><image href="b"/></g></defs>',
    '<defs/>',
  ],
  ['pictures that wait for somebody', '<defs><g><image id="b"/></g></defs><use href="#b"/>', null],
  [
    'what is not drawn where it stands',
    '<path><rect/><linearGradient id="a"/></path><stop/><tspan>b</tspan><linearGradient><stop/><g/></linearGradient><rect fill="url(#a)"/>',
    '<defs><linearGradient id="a"/></defs><path/><linearGradient><stop/></linearGradient><rect fill="url(#a)"/>',
  ],
  ['words of a shape', '<path><title>a</title></path>', null],
  ['what no browser draws', '<view id="a"/><font><glyph/></font><flowRoot/><path/>', '<path/>'],
  ['parts of what is drawn', '<text>a<tspan>b</tspan></text><image href="a"/>', null],
])
