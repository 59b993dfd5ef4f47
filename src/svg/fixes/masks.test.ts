import { expect, test } from 'vitest'
import { goldens, repairedBy, svg } from '../../testing/repaired-by.ts'
import { masks } from './masks.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  masks,
  [
    [
      'white frame',
      '<mask id="m"><path fill="#fff" d="M0 0h100v100H0z"/></mask><g mask="url(#m)"><path d="M0 0h200v9z"/></g>',
      '<g><path d="M0 0h200v9z"/></g>',
    ],
    [
      'white shape',
      '<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="100"><path fill="#fff" d="M0 0h50v100H0z"/></mask><rect x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
      '<path fill="red" d="M40 40L50 40L50 60L40 60Z"/>',
    ],
    [
      'with a hole',
      '<mask id="m"><path fill="#fff" d="M0 0h100v100H0z"/><path d="M0 0h50v100H0z"/></mask><rect x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
      '<path fill="red" d="M60 40L60 60L50 60L50 40Z"/>',
    ],
    [
      'grey',
      '<mask id="m"><path fill="#808080" d="M0 0h100v100H0z"/></mask><rect x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
      '<rect x="40" y="40" width="20" height="20" fill="red" opacity=".502"/>',
    ],
    [
      'levels',
      '<mask id="m"><path fill="#fff" d="M0 0h100v100H0z"/><path d="M0 0h50v100H0z" fill-opacity=".5"/></mask><rect id="r" x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
      '<path id="r" fill="red" d="M60 40L60 60L50 60L50 40Z"/><path opacity=".5" fill="red" d="M40 40L50 40L50 60L40 60Z"/>',
    ],
    [
      'alpha',
      '<mask id="m" mask-type="alpha"><path d="M0 0h50v100H0z"/></mask><rect x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
      '<path fill="red" d="M40 40L50 40L50 60L40 60Z"/>',
    ],
    [
      'content in box',
      '<mask id="m" maskContentUnits="objectBoundingBox"><path fill="#fff" d="M0 0h.5v1H0z"/></mask><rect x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
      '<path fill="red" d="M40 40L50 40L50 60L40 60Z"/>',
    ],
    [
      'frame cuts',
      '<mask id="m" x="0" y="0" width=".5" height="1"><path fill="#fff" d="M0 0h100v100H0z"/></mask><rect x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
      '<path fill="red" d="M40 40L50 40L50 60L40 60Z"/>',
    ],
    [
      'cairo',
      '<filter id="a"><feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 1 0"/></filter><mask id="m"><g filter="url(#a)"><path fill-opacity=".3" d="M0 0h100v100H0z"/></g></mask><rect x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
      '<filter id="a"><feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 1 0"/></filter><rect x="40" y="40" width="20" height="20" fill="red" opacity=".3"/>',
    ],
    [
      'black',
      '<mask id="m"><path d="M0 0h100v100H0z"/></mask><rect x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
      '',
    ],
  ],
  {},
  VIEW,
)

test.each([
  [
    'gradient',
    '<linearGradient id="g"><stop stop-color="#fff"/><stop offset="1"/></linearGradient><mask id="m"><path fill="url(#g)" d="M0 0h100v100H0z"/></mask><rect x="40" y="40" width="20" height="20" fill="red" mask="url(#m)"/>',
    ['rect: Its mask cannot be turned into cut shapes: it fades along a gradient'],
  ],
])('stays: %s', (_, inner, told) => {
  const { text, changes, obstacles } = repairedBy(masks, svg(inner, VIEW))
  expect(text).toBe(svg(inner, VIEW))
  expect(changes).toEqual([])
  expect(obstacles.map(({ element, why }) => `${element}: ${why}`)).toEqual(told)
})
