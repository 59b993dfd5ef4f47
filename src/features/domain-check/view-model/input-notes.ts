import type { DomainInput } from '../../../protocols/dns/domain-input.ts'

export interface InputNotes {
  notes: string[]
  /** The name that was typed with its prefix, to be checked as it stands; null when nothing can be undone. */
  undo: string | null
}

/** What was taken off or changed between the typing and the check. */
export function inputNotes({
  domain,
  unicode,
  localPart,
  changes,
  typed,
}: DomainInput): InputNotes {
  const prefix = changes.find(({ code }) => code === 'prefix')
  const notes: string[] = []
  if (prefix !== undefined)
    notes.push(`You typed \`${shown(prefix.seen)}\`, which belongs to \`${domain}\`.`)
  else if (localPart !== null) notes.push(`The domain of \`${shown(typed)}\`.`)
  else if (changes.some(({ code }) => code === 'trim'))
    notes.push(`Taken from \`${shown(typed)}\`.`)
  if (unicode !== domain) notes.push(`In the DNS it is \`${domain}\`.`)
  // A record name with an underscore is no mail domain, so there is nothing to go back to.
  const undo = prefix === undefined || prefix.seen.includes('_') ? null : prefix.seen
  return { notes, undo }
}

function shown(text: string): string {
  const line = text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
