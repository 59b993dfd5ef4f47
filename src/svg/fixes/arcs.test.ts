import { goldens } from '../../testing/repaired-by.ts'
import { arcs } from './arcs.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  arcs,
  [
    ['arc', '<path d="M10 0a10 10 0 0 1 10 10z"/>', '<path d="M10 0C15.523 0 20 4.477 20 10Z"/>'],
    ['none', '<path d="M10 0z"/>', null],
  ],
  {},
  VIEW,
)
