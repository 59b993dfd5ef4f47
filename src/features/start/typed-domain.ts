import type { InputResult, Refusal } from '../../protocols/dns/domain-input.ts'

/** Why a text is no domain, and what was expected. */
export type RefusalWords = (refusal: Refusal) => { title: string; advice: string }

/** What a text is read as, with words where it is refused. */
export interface Reading {
  result: InputResult
  refused: ReturnType<RefusalWords> | null
}

export type ReadTyped = (typed: string) => Reading

/** Reads what was typed. Its code is fetched with the first key, so that the first page stays small. */
export async function loadReader(loadWords: () => Promise<RefusalWords>): Promise<ReadTyped> {
  const [{ readDomainInput }, words] = await Promise.all([
    import('../../protocols/dns/domain-input.ts'),
    loadWords(),
  ])
  return (typed) => {
    const result = readDomainInput(typed)
    return { result, refused: result.ok ? null : words(result) }
  }
}

/** What a typed text becomes: "Checks `zimbra.example`, the part after the `@`." Null while it is no domain yet. */
export function becomes(result: InputResult): string | null {
  if (!result.ok) return null
  const { domain, unicode, localPart, changes } = result.input
  const codes = changes.map(({ code }) => code)
  const prefix = changes.find(({ code }) => code === 'prefix')
  const shown = unicode === domain ? `\`${domain}\`` : `\`${unicode}\`, in the DNS \`${domain}\``
  if (localPart !== null) return `Checks ${shown}, the part after the \`@\`.`
  if (prefix !== undefined) return `Checks ${shown}, the domain that \`${prefix.seen}\` belongs to.`
  if (codes.includes('trim')) return `Checks ${shown}, the domain in what you typed.`
  return `Checks ${shown}.`
}
