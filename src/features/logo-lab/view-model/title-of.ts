import type { Logo } from '../../../svg/logo.ts'
import { childElements, textOf } from '../../../svg/tree.ts'

/** The title of a logo; empty for none. */
export function titleOf({ root }: Logo): string {
  const title =
    root === null ? undefined : childElements(root).find(({ local }) => local === 'title')
  return title === undefined ? '' : textOf(title).trim()
}
