import { goldens } from '../../testing/repaired-by.ts'
import { gradientLinks } from './gradient-links.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  gradientLinks,
  [
    [
      'attrs and stops',
      '<linearGradient id="a" x1="1" gradientUnits="userSpaceOnUse"><stop offset="1"/></linearGradient><linearGradient id="b" xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink" x2="2"/><path fill="url(#b)"/>',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" xmlns:xlink="http://www.w3.org/1999/xlink"><linearGradient id="b" x2="2" gradientUnits="userSpaceOnUse" x1="1"><stop offset="1"/></linearGradient><path fill="url(#b)"/></svg>',
    ],
    [
      'radial from linear',
      '<linearGradient id="a" x1="1" spreadMethod="reflect"><stop offset="1"/></linearGradient><radialGradient id="b" href="#a" r=".2"/><path fill="url(#b)"/><path fill="url(#a)"/>',
      '<linearGradient id="a" x1="1" spreadMethod="reflect"><stop offset="1"/></linearGradient><radialGradient id="b" r=".2" spreadMethod="reflect"><stop offset="1"/></radialGradient><path fill="url(#b)"/><path fill="url(#a)"/>',
    ],
    [
      'what means nothing on a radial one',
      '<radialGradient id="a" y2="1" spreadMethod="reflect"/><linearGradient id="b" href="#a"><stop/></linearGradient><path fill="url(#b)"/><path fill="url(#a)"/>',
      '<radialGradient id="a" y2="1" spreadMethod="reflect"/><linearGradient id="b" spreadMethod="reflect"><stop/></linearGradient><path fill="url(#b)"/><path fill="url(#a)"/>',
    ],
    [
      'circle',
      '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"><stop/></linearGradient><path fill="url(#b)"/><path fill="url(#a)"/>',
      '<linearGradient id="a"><stop/></linearGradient><linearGradient id="b"><stop/></linearGradient><path fill="url(#b)"/><path fill="url(#a)"/>',
    ],
    [
      'dangling',
      '<linearGradient id="b" href="#a"><stop/></linearGradient><path fill="url(#b)"/>',
      '<linearGradient id="b"><stop/></linearGradient><path fill="url(#b)"/>',
    ],
  ],
  {},
  VIEW,
)
