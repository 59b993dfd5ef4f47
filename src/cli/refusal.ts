import type { Refusal, RefusalReason } from '../protocols/dns/domain-input.ts'
import { harmless } from './terminal-text.ts'

/** Ends "`x` cannot be checked: …". */
const WORDS: Record<RefusalReason, string> = {
  nothing: 'there is no domain in it',
  'one-label': 'a mail domain has at least two parts with a dot between them',
  'empty-label': 'two dots stand side by side, or one at the front',
  'long-label': 'a part is longer than 63 characters',
  'long-name': 'it is longer than 253 characters',
  address: 'it is an IP address, and a policy belongs to a domain',
  number: 'it ends in a number, as an IP address does',
  blank: 'there is a blank in it',
  underscore: 'record names have underscores, mail domains do not',
  hyphen: 'a part begins or ends with a hyphen',
  character: 'it has a character that no domain has',
  'fake-a-label': 'a part begins with xn-- and does not decode to an international name',
}

export function refusalLine({ typed, reason }: Refusal): string {
  return `\`${harmless(typed)}\` cannot be checked: ${WORDS[reason]}`
}
