import { goldens } from '../../testing/repaired-by.ts'
import { markers } from './markers.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  markers,
  [
    [
      'end',
      '<marker id="m" orient="auto" markerWidth="4" markerHeight="4" refX="1" refY="2"><path d="M0 0l4 2l-4 2z"/></marker><path d="M10 10v20" stroke="red" stroke-width="2" marker-end="url(#m)"/>',
      '<marker id="m" orient="auto" markerWidth="4" markerHeight="4" refX="1" refY="2"><path d="M0 0l4 2l-4 2z"/></marker><path d="M10 10v20" stroke="red" stroke-width="2"/><g transform="matrix(0 2 -2 0 14 28)"><path d="M0 0l4 2l-4 2z"/></g>',
    ],
    [
      'all, view box',
      '<marker id="m" viewBox="0 0 10 10" refX="5" refY="5" markerUnits="userSpaceOnUse" markerWidth="2" markerHeight="2"><circle cx="5" cy="5" r="5" fill="red"/></marker><g stroke="blue"><polyline points="0 0 10 0 10 10" fill="none" marker-start="url(#m)" marker-mid="url(#m)" marker-end="url(#m)" opacity=".5"/></g>',
      '<marker id="m" viewBox="0 0 10 10" refX="5" refY="5" markerUnits="userSpaceOnUse" markerWidth="2" markerHeight="2"><circle cx="5" cy="5" r="5" fill="red"/></marker><g stroke="blue"><g opacity=".5"><polyline points="0 0 10 0 10 10" fill="none"/><g stroke="none" transform="matrix(.2 0 0 .2 -1 -1)"><circle cx="5" cy="5" r="5" fill="red"/></g><g stroke="none" transform="matrix(.2 0 0 .2 9 -1)"><circle cx="5" cy="5" r="5" fill="red"/></g><g stroke="none" transform="matrix(.2 0 0 .2 9 9)"><circle cx="5" cy="5" r="5" fill="red"/></g></g></g>',
    ],
    [
      'cut',
      '<marker id="m" markerUnits="userSpaceOnUse"><circle r="5" fill="red"/></marker><line x2="50" stroke="blue" marker-start="url(#m)"/>',
      '<marker id="m" markerUnits="userSpaceOnUse"><circle r="5" fill="red"/></marker><line x2="50" stroke="blue"/><g clip-path="url(#cut-2)"><circle r="5" fill="red"/></g><clipPath id="cut-2"><path d="M0 0L3 0L3 3L0 3Z"/></clipPath>',
    ],
    ['none', '<path d="M0 0h9" marker-end="none"/>', '<path d="M0 0h9"/>'],
  ],
  {},
  VIEW,
)
