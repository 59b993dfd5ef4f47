import { goldens } from '../../testing/repaired-by.ts'
import { paintOrder } from './paint-order.ts'

const VIEW = 'viewBox="0 0 100 100"'

goldens(
  paintOrder,
  [
    [
      'stroke first',
      '<path id="a" d="M0 0h9v9z" fill="red" stroke="blue" paint-order="stroke"/>',
      '<g id="a"><path d="M0 0h9v9z" fill="none" stroke="blue"/><path d="M0 0h9v9z" fill="red"/></g>',
    ],
    [
      'inherited',
      '<g paint-order="stroke fill"><path d="M0 0h9v9z" stroke="blue"/><path d="M0 0h9v9z"/></g>',
      '<g><path d="M0 0h9v9z" stroke="blue" fill="none"/><path d="M0 0h9v9z"/><path d="M0 0h9v9z"/></g>',
    ],
    [
      'normal',
      '<path d="M0 0h9v9z" stroke="blue" paint-order="normal"/>',
      '<path d="M0 0h9v9z" stroke="blue"/>',
    ],
  ],
  {},
  VIEW,
)
