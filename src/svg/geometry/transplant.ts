/** Content of a marker or a pattern, put where it is seen. */
import {
  cloneElement,
  everyElement,
  makeElement,
  type Drawing,
  type EditElement,
  type Visited,
} from '../edit/element.ts'
import { formatMatrix, isIdentity, type Matrix } from '../values/matrix.ts'
import type { Segment } from '../values/path.ts'
import { formatPath } from '../values/path.ts'
import type { FillRule } from './polygon.ts'
import { INHERITED, inherited } from './paint.ts'
import { freshId } from './references.ts'

/**
 * A copy of what is in `source`, without ids, that looks inside `place` as it did where it was: properties are
 * inherited from where it is written.
 */
export function transplant(
  source: Visited,
  place: readonly EditElement[],
  matrix: Matrix,
): EditElement {
  const group = makeElement('g')
  const [parent, ...around] = place
  for (const name of INHERITED) {
    const here = parent === undefined ? '' : inherited({ element: parent, around }, name)
    const there = inherited(source, name)
    if (here !== there) group.attributes.set(name, there)
  }
  if (!isIdentity(matrix)) group.attributes.set('transform', formatMatrix(matrix))
  group.children = source.element.children.map((child) =>
    child.kind === 'element' ? cloneElement(child) : { ...child },
  )
  for (const { element } of everyElement(group)) element.attributes.delete('id')
  return group
}

/** A clip path of one outline; the repair of clip paths makes cuts of it. Returns the value of `clip-path`. */
export function clipTo({ root }: Drawing, outline: readonly Segment[], rule: FillRule): string {
  const id = freshId(root, 'cut')
  const path = makeElement('path', { d: formatPath(outline, 6) })
  if (rule === 'evenodd') path.attributes.set('clip-rule', rule)
  root.children.push(makeElement('clipPath', { id }, [path]))
  return `url(#${id})`
}
