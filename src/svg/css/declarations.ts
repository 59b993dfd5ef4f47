/** Declarations as they are written in a sheet or in `style`, with shorthands taken apart. */
import type { CssNode } from 'css-tree'
import parse from 'css-tree/parser'
import { expandShorthand } from './shorthands.ts'
import { isValueOf } from './values.ts'

export interface Declared {
  /** In small letters, but for custom properties. */
  property: string
  value: string
  isImportant: boolean
}

/** The value of `style`. What cannot be read is passed over, as CSS demands. */
export function readDeclarations(text: string): Declared[] {
  const list = parse(text, {
    context: 'declarationList',
    parseValue: false,
    parseCustomProperty: false,
  })
  return list.type === 'DeclarationList' ? declarationsIn(list.children.toArray()) : []
}

export function declarationsIn(nodes: readonly CssNode[]): Declared[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'Declaration' || node.value.type !== 'Raw') return []
    const isCustom = node.property.startsWith('--')
    const property = isCustom ? node.property : node.property.toLowerCase()
    const value = withoutComments(node.value.value).trim()
    const isImportant = node.important !== false
    return expandShorthand(property, value)
      .filter((each) => isValueOf(each.property, each.value))
      .map((each) => ({ ...each, isImportant }))
  })
}

function withoutComments(value: string): string {
  return value.replace(
    /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[^]*?(?:\*\/|$)/g,
    (_, quoted?: string) => quoted ?? '',
  )
}
