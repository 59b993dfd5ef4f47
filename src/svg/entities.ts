/** Entities that a document declares for itself (XML 1.0 section 4.2). Nothing outside it is ever read. */
import type { Span } from './tree.ts'

export interface EntityDeclaration extends Span {
  name: string
  value: string
}

/** Longer ones, and what expands to more, are cut: a small file must not become a large one. */
const LONGEST = 4096
const MOST = 200
const ENTITY = /<!ENTITY\s+([^\s%"'<>&;]+)\s+(?:"([^"]*)"|'([^']*)'|[^>]*)\s*>/g
const REFERENCE = /&(#x[0-9a-fA-F]+|#[0-9]+|[^\s&;]+);/g

/** @param offset of the internal subset in the document. */
export function declaredEntities(subset: string, offset: number): EntityDeclaration[] {
  const found: EntityDeclaration[] = []
  for (const match of subset.matchAll(ENTITY)) {
    if (found.length === MOST) break
    const [all, name = '', double, single] = match
    const start = offset + match.index
    found.push({ name, value: double ?? single ?? '', start, end: start + all.length })
  }
  return found
}

/** The replacement texts, entities in entities expanded up to a limit. */
export function replacements(declared: readonly EntityDeclaration[]): Map<string, string> {
  const texts = new Map<string, string>()
  // XML 1.0 section 4.2: the first declaration binds. One that uses later ones keeps their references as text.
  for (const { name, value } of declared) {
    if (texts.has(name)) continue
    const text = value.replace(REFERENCE, (as, inner: string) => texts.get(inner) ?? as)
    texts.set(name, text.slice(0, LONGEST))
  }
  return texts
}
