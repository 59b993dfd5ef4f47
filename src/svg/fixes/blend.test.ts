import { goldens } from '../../testing/repaired-by.ts'
import { blend } from './blend.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  blend,
  [
    ['normal', '<g mix-blend-mode="normal" isolation="isolate"/>', '<g/>'],
    [
      'first',
      '<rect width="9" height="9" mix-blend-mode="multiply"/><rect width="9" height="9"/>',
      '<rect width="9" height="9"/><rect width="9" height="9"/>',
    ],
    [
      'over',
      '<rect width="9" height="9"/><rect width="9" height="9" mix-blend-mode="multiply"/>',
      null,
    ],
    [
      'isolate',
      '<g isolation="isolate"><rect width="9" height="9"/><rect width="9" height="9" mix-blend-mode="multiply"/></g>',
      null,
    ],
  ],
  {},
  VIEW,
)
