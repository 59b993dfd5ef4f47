import type { InputResult } from '../../protocols/dns/domain-input.ts'

/** Reads what was typed. Its code is fetched with the first key, so that the first page stays small. */
export type ReadTyped = (typed: string) => InputResult

export async function loadReader(): Promise<ReadTyped> {
  const { readDomainInput } = await import('../../protocols/dns/domain-input.ts')
  return readDomainInput
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
