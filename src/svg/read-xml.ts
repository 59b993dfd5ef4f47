/** XML 1.0 with namespaces, to a tree with places. Strict: what is not well-formed ends the reading. */
import { SaxesParser } from 'saxes'
import { declaredEntities, replacements, type EntityDeclaration } from './entities.ts'
import { isOldName } from './name-characters.ts'
import type { Declaration, Span, SvgAttribute, SvgElement } from './tree.ts'
import { XML_NAMESPACE } from './tree.ts'

export interface NotWellFormed extends Span {
  expected: string
}

export interface XmlDocument {
  text: string
  root: SvgElement | null
  notWellFormed: NotWellFormed | null
  doctype: Span | null
  declarations: Declaration[]
  comments: Span[]
  instructions: (Span & { target: string })[]
  entities: EntityDeclaration[]
  /** Used, and none of XML's five. */
  references: (Span & { name: string; declared: boolean })[]
  /** The value of `encoding` in the XML declaration. */
  encoding: (Span & { name: string }) | null
}

/** No drawing is a fiftieth as deep, and the time that the tokenizer takes grows with the square of the depth. */
const DEEPEST = 5000
const MOST_EXPANDED = 1_000_000

type Scope = Map<string, Declaration>
const FIVE = new Map([
  ['amp', '&'],
  ['gt', '>'],
  ['lt', '<'],
  ['quot', '"'],
  ['apos', "'"],
])

export function readXml(text: string): XmlDocument {
  return new Reading(text).read()
}

class Stop extends Error {}

/** Who is told of what the parser meets: one parser serves all texts, one after the other. */
let reader: Reading | null = null
/** After a text that broke off a parser is in the middle of something, and is not used again. */
let idle: SaxesParser<{ xmlns: true; position: false }> | null = null

function take(next: Reading): void {
  reader = next
}

function listeningParser() {
  const parser = new SaxesParser({ xmlns: true, position: false } as const)
  parser.on('error', ({ message }) => reader?.failed(message))
  parser.on('xmldecl', (declaration) => reader?.xmlDeclaration(declaration))
  parser.on('doctype', (inner) => reader?.doctype(inner))
  parser.on('comment', () => reader?.comment())
  parser.on('processinginstruction', ({ target }) => reader?.instruction(target))
  parser.on('attribute', ({ name, local, value }) => reader?.attribute(name, local, value))
  parser.on('opentag', (tag) => reader?.opened(tag.name, tag.prefix, tag.local))
  parser.on('closetag', (tag) => reader?.closed(tag.isSelfClosing))
  parser.on('text', (text) => reader?.characters(text))
  parser.on('cdata', (text) => reader?.cdata(text))
  // So many handlers turn its fields into a dictionary, three times as slow. Engines lay out what is a prototype anew.
  Object.create(parser)
  return parser
}

const KNOWN = new Proxy<Record<string, string>>(
  {},
  { get: (_, name) => reader?.entity(String(name)) ?? '' },
)

class Reading {
  private readonly parser = idle ?? listeningParser()
  private readonly document: XmlDocument
  /** End of the last token. */
  private last = 0
  private open: SvgElement | null = null
  private pending: SvgAttribute[] = []
  private scopes: Scope[] = []
  private replaced = new Map<string, string>()
  /** Characters that entities have brought. */
  private expanded = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
    this.document = {
      text,
      root: null,
      notWellFormed: null,
      doctype: null,
      declarations: [],
      comments: [],
      instructions: [],
      entities: [],
      references: [],
      encoding: null,
    }
  }

  read(): XmlDocument {
    idle = null
    take(this)
    this.parser.ENTITIES = KNOWN
    try {
      this.parser.write(this.text).close()
      idle = this.parser
    } catch (error) {
      if (!(error instanceof Stop)) throw error
    }
    return this.document
  }

  failed(message: string): void {
    this.stop(message, this.at())
  }

  comment(): void {
    this.document.comments.push(this.token('-->'))
  }

  instruction(target: string): void {
    this.checkName(target)
    this.document.instructions.push({ ...this.token('?>'), target })
  }

  private at(): number {
    return Math.min(this.parser.position, this.text.length)
  }

  /** Every token of markup begins with the next `<`: characters between tokens hold none. */
  private token(closing = ''): Span {
    const start = Math.max(this.text.indexOf('<', this.last), this.last)
    const at = this.at()
    const end =
      closing === '' ? at : this.text.indexOf(closing, at - closing.length) + closing.length
    this.last = end
    return { start, end }
  }

  private stop(message: string, at: number): never {
    const start = Math.max(0, Math.min(at, this.text.length) - 1)
    const expected = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    this.document.notWellFormed ??= { expected, start, end: start + 1 }
    throw new Stop(message)
  }

  private checkName(name: string): void {
    if (!isOldName(name))
      this.stop(`a name with a character that XML 1.0 had not before its fifth edition`, this.at())
  }

  xmlDeclaration({ version, encoding }: { version?: string; encoding?: string }): void {
    const { start, end } = this.token('?>')
    if (version !== '1.0' && version !== '1.1') this.stop('the version of XML is 1.0', end)
    if (encoding === undefined) return
    const at = this.text.indexOf(encoding, this.text.indexOf('encoding', start) + 8)
    this.document.encoding = { name: encoding, start: at, end: at + encoding.length }
  }

  doctype(inner: string): void {
    const span = this.token()
    this.document.doctype = span
    const from = inner.indexOf('[')
    if (from === -1) return
    const offset = this.text.indexOf('[', span.start)
    this.document.entities = declaredEntities(this.text.slice(offset, span.end), offset)
    this.replaced = replacements(this.document.entities)
  }

  entity(name: string): string {
    const simple = FIVE.get(name)
    if (simple !== undefined) return simple
    const text = this.replaced.get(name)
    const end = this.at()
    const start = end - name.length - 2
    this.document.references.push({ name, declared: text !== undefined, start, end })
    this.expanded += text?.length ?? 0
    if (this.expanded > MOST_EXPANDED)
      this.stop('entities that stand for less than a million characters', end)
    return text ?? ''
  }

  attribute(name: string, local: string, value: string): void {
    const end = this.at()
    const closing = end - 1
    const opening = this.text.lastIndexOf(this.text.charAt(closing), closing - 1)
    const equals = this.text.lastIndexOf('=', opening)
    const start = this.text.lastIndexOf(name, equals)
    const valueSpan = { start: opening + 1, end: closing }
    this.checkName(name)
    this.pending.push({ name, local, namespace: '', value, start, end, valueSpan })
  }

  opened(name: string, prefix: string, local: string): void {
    this.checkName(name)
    if (this.scopes.length >= DEEPEST)
      this.stop(`no more than ${DEEPEST} elements inside one another`, this.at())
    const tag = this.token()
    const declared = this.pending.filter(isDeclaration)
    const scope = this.scoped(declared)
    const attributes = declared.length === 0 ? this.pending : this.pending.filter(isPlain)
    this.pending = []
    const namespace = namespaceOf(scope, prefix)
    for (const attribute of attributes) {
      const colon = attribute.name.indexOf(':')
      if (colon > 0) attribute.namespace = namespaceOf(scope, attribute.name.slice(0, colon))
    }
    const parent = this.open
    const root = this.document.root
    const element: SvgElement = {
      kind: 'element',
      name,
      local,
      namespace,
      isSvg: namespace === (root?.namespace ?? namespace),
      attributes,
      children: [],
      parent,
      tag,
      opening: { start: tag.start, end: tag.start + 1 + name.length },
      start: tag.start,
      end: tag.end,
    }
    parent?.children.push(element)
    this.document.root ??= element
    this.open = element
    this.scopes.push(scope)
  }

  private scoped(declared: readonly SvgAttribute[]): Scope {
    const outer = this.scopes.at(-1)
    if (declared.length === 0) return outer ?? new Map()
    const scope = new Map(outer)
    for (const attribute of declared) {
      const prefix = attribute.name === 'xmlns' ? '' : attribute.local
      if (/^[\d.-]/.test(prefix)) this.stop('a prefix begins with a letter or `_`', attribute.start)
      const declaration = { ...attribute, prefix, used: prefix === '' }
      scope.set(prefix, declaration)
      this.document.declarations.push(declaration)
    }
    return scope
  }

  closed(isSelfClosing: boolean): void {
    if (!isSelfClosing) this.token()
    const element = this.open
    if (element === null) return
    element.end = this.last
    this.open = element.parent
    this.scopes.pop()
  }

  characters(text: string): void {
    const start = this.last
    const next = this.text.indexOf('<', start)
    this.append(text, { start, end: next === -1 ? this.text.length : next })
  }

  cdata(text: string): void {
    this.append(text, this.token())
  }

  private append(text: string, { start, end }: Span): void {
    if (this.open === null || text === '') return
    const before = this.open.children.at(-1)
    if (before?.kind === 'text' && before.end === start) {
      before.text += text
      before.end = end
    } else {
      this.open.children.push({ kind: 'text', text, start, end })
    }
  }
}

function isDeclaration({ name }: SvgAttribute): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:')
}

function isPlain(attribute: SvgAttribute): boolean {
  return !isDeclaration(attribute)
}

/** The parser has refused prefixes that nobody declared. Namespaces are compared as they are written, blanks included. */
function namespaceOf(scope: Scope, prefix: string): string {
  if (prefix === 'xml') return XML_NAMESPACE
  const declaration = scope.get(prefix)
  if (declaration === undefined) return ''
  declaration.used = true
  return declaration.value
}
