/** A style sheet as rules that count in a picture: on a screen, in light colours, with nobody touching it. */
import type { Atrule, CssNode, MediaQuery, Rule } from 'css-tree'
import parse from 'css-tree/parser'
import { declarationsIn, type Declared } from './declarations.ts'
import { compileSelector, UnreadableSelector, type CompiledSelector } from './selector.ts'

export interface SheetRule {
  selectors: CompiledSelector[]
  declarations: Declared[]
}

export interface Sheet {
  /** In the order of the text. */
  rules: SheetRule[]
  /** What could not be read, as written: a selector, an at-rule. With these the sheet says more than its rules. */
  unreadable: string[]
  /** `@font-face` and `@import`, as written: they bring something from elsewhere. */
  brought: string[]
}

export function readSheet(text: string): Sheet {
  const sheet: Sheet = { rules: [], unreadable: [], brought: [] }
  const source = text.replace(/<!--|-->/g, ' ')
  const tree = parse(source, {
    parseValue: false,
    parseCustomProperty: false,
    positions: true,
    onParseError: () => undefined,
  })
  if (tree.type === 'StyleSheet') read(tree.children.toArray(), source, sheet)
  return sheet
}

function read(nodes: readonly CssNode[], source: string, sheet: Sheet): void {
  for (const node of nodes) {
    if (node.type === 'Rule') readRule(node, source, sheet)
    else if (node.type === 'Atrule') readAtRule(node, source, sheet)
  }
}

function readRule({ prelude, block }: Rule, source: string, sheet: Sheet): void {
  const nodes = block.children.toArray()
  if (nodes.some(({ type }) => type === 'Rule' || type === 'Atrule')) {
    sheet.unreadable.push(`${written(prelude, source)} { … { … } }`)
    return
  }
  // A list with a selector that no browser reads is passed over as a whole.
  if (prelude.type === 'Raw') return
  try {
    const selectors = prelude.children
      .toArray()
      .flatMap((node) => (node.type === 'Selector' ? [compileSelector(node)] : []))
    sheet.rules.push({ selectors, declarations: declarationsIn(nodes) })
  } catch (error) {
    if (!(error instanceof UnreadableSelector)) throw error
    sheet.unreadable.push(written(prelude, source))
  }
}

function readAtRule(rule: Atrule, source: string, sheet: Sheet): void {
  const inner = rule.block?.children.toArray() ?? []
  switch (rule.name.toLowerCase()) {
    case 'media':
      if (rule.prelude !== null && meansScreen(rule.prelude)) read(inner, source, sheet)
      return
    case 'import':
    case 'font-face':
      sheet.brought.push(written(rule, source))
      return
    case 'charset':
    case 'namespace':
    case 'page':
    case 'keyframes':
    case '-webkit-keyframes':
    case '-moz-keyframes':
      return
    default:
      sheet.unreadable.push(`@${rule.name}`)
  }
}

function written({ loc }: CssNode, source: string): string {
  return loc ? source.slice(loc.start.offset, loc.end.offset).trim() : ''
}

/** Does a list of media queries (Media Queries Level 4) mean a picture on a screen? */
export function meansScreen(prelude: CssNode): boolean {
  if (prelude.type === 'Raw') return /^\s*(?:all|screen)?\s*$/i.test(prelude.value)
  const lists = prelude.type === 'AtrulePrelude' ? prelude.children.toArray() : [prelude]
  return lists.some(
    (list) =>
      list.type === 'MediaQueryList' &&
      list.children.toArray().some((query) => query.type === 'MediaQuery' && isScreen(query)),
  )
}

function isScreen(
  query: MediaQuery & { modifier?: string | null; mediaType?: string | null; condition?: unknown },
): boolean {
  const type = query.mediaType?.toLowerCase() ?? 'all'
  const fits = (type === 'all' || type === 'screen') && holds(query.condition)
  return query.modifier?.toLowerCase() === 'not' ? !fits : fits
}

/** Of the features, those that every mailbox answers alike. The others are taken as not there. */
function holds(condition: unknown): boolean {
  if (condition === null || condition === undefined) return true
  return /"name":"prefers-color-scheme","value":\{"type":"Identifier","name":"light"\}\}\]/.test(
    JSON.stringify(condition, (key, value: unknown) => (key === 'loc' ? undefined : value)),
  )
}
