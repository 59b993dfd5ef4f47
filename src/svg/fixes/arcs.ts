import { everyElement } from '../edit/element.ts'
import { writeAttribute } from '../edit/write.ts'
import { simplified } from '../geometry/cubic.ts'
import { IDENTITY } from '../values/matrix.ts'
import { absolutePath, formatPath, parsePath } from '../values/path.ts'
import { decimalsIn } from '../geometry/drawn.ts'
import type { Change, Fix } from './fix.ts'

/** SVG Tiny 1.2 section 8.3 has no arcs; the published schema does not look into paths. A quarter of a circle as a cubic is off by less than three parts in ten thousand. */
export const arcs: Fix = {
  id: 'arcs',
  title: 'Draw arcs as curves',
  loss: 'measured',
  isOptional: true,
  apply(drawing) {
    const changes: Change[] = []
    const decimals = decimalsIn(drawing, IDENTITY)
    for (const { element } of everyElement(drawing.root)) {
      const d = element.attributes.get('d')
      if (d === undefined || !/a/i.test(d)) continue
      const segments = absolutePath(parsePath(d).commands)
      if (segments.every(({ type }) => type !== 'A')) continue
      const after = formatPath(simplified(segments), Math.max(decimals, 2))
      element.attributes.set('d', after)
      changes.push({
        what: 'Draw the arcs of a path as curves',
        before: writeAttribute('d', d),
        after: writeAttribute('d', after),
        origin: element.origin,
      })
    }
    return { changes }
  },
}
