/** What the rules about logos share: examples, places, and faults of the schema as findings. */
import { logoFact } from '../../../facts/logo-facts.ts'
import type { Fault, FaultCode } from '../../../svg/schema.ts'
import type { Span } from '../../../svg/tree.ts'
import { seen } from '../../example.ts'
import type { At, Example } from '../../rule.ts'

/** The layers of judgement: the published schema, the draft that it belongs to, and what mailbox providers want. */
export const SCHEMA_SPEC = [{ document: 'SVG Tiny PS schema', section: 'svg_tiny_ps.rnc' }]

export const DRAFT = 'SVG Tiny PS draft'
export const draftSection = (section: string) => [{ document: DRAFT, section }]
/** Read in the help pages of Google Workspace. */
export const GMAIL = { sender: 'Gmail', read: '2026-09' } as const

export const FILE = 'logo.svg'
const START = '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"'

export function logoText(text: string): Example {
  return seen(text, { logo: logoFact(new TextEncoder().encode(text), { name: FILE, via: 'file' }) })
}

/** A good logo with other attributes on its root or another content. */
export function logoOf(content = '', attributes = ''): Example {
  return logoText(
    `${START} width="96" height="96" viewBox="0 0 96 96"${attributes}><title>Example</title>` +
      `<desc>A mark</desc><rect width="96" height="96" fill="#fff"/>` +
      `<path fill="#a00" d="M32 32h32v32h-32z"/>${content}</svg>`,
  )
}

/** A good logo with these attributes for its frame. */
export function framed(attributes: string): Example {
  return logoText(
    `${START} ${attributes}><title>Example</title><desc>A mark</desc>` +
      '<rect width="96" height="96" fill="#fff"/><path fill="#a00" d="M40 16h16v16h-16z"/></svg>',
  )
}

export function atSpan(about: string, { start, end }: Span): At {
  return { about, spot: { fact: 'logo', index: 0, start, end } }
}

/** The faults of these kinds, each with its place. */
export function faultsOf<Code extends FaultCode>(
  faults: readonly Fault[],
  codes: readonly Code[],
  about: string,
): { code: Code; fault: Fault; at: At }[] {
  return faults.flatMap((fault) => {
    const code = codes.find((wanted) => wanted === fault.code)
    return code === undefined ? [] : [{ code, fault, at: atSpan(about, fault.span) }]
  })
}
