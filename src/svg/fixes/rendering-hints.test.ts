import { goldens } from '../../testing/repaired-by.ts'
import { renderingHints } from './rendering-hints.ts'

goldens(renderingHints, [
  ['none', '<path color-rendering="auto"/>', null],
  [
    'edges and speed',
    '<g shape-rendering="crispEdges"><path text-rendering="auto"/></g>',
    '<g><path/></g>',
  ],
  ['bitmaps are apart', '<image image-rendering="pixelated"/>', null],
  ['words may have them', '<title shape-rendering="auto">a</title>', null],
])
