import { goldens, svg } from '../../testing/repaired-by.ts'
import { comments } from './comments.ts'

goldens(comments, [
  ['none', '<g/>', null],
  [
    'before, within and after',
    `<?xml version="1.0"?>\n<!-- a -->\n${svg('<!-- b --><g><!-- c --></g>')}\n<!-- d -->\n`,
    `<?xml version="1.0"?>\n${svg('<g/>')}\n`,
  ],
])
