import type { Refusal, RefusalReason } from '../../../protocols/dns/domain-input.ts'

export interface RefusalWords {
  /** What was seen. */
  title: string
  /** What was expected instead. */
  advice: string
}

const WORDS: Record<RefusalReason, (seen: string) => RefusalWords> = {
  nothing: () => ({
    title: 'There is no domain in what you typed',
    advice: 'Type a domain such as `example.com`, an e-mail address or a web address.',
  }),
  'one-label': (seen) => ({
    title: `${seen} is one word, and a mail domain has at least two with a dot between them`,
    advice: 'Add the ending, as in `example.com`.',
  }),
  'empty-label': (seen) => ({
    title: `Two dots stand side by side, or one at the front, in ${seen}`,
    advice: 'Leave a single dot between the parts.',
  }),
  'long-label': (seen) => ({
    title: `${seen} is longer than the 63 characters that fit between two dots`,
    advice: 'Check what was pasted.',
  }),
  'long-name': () => ({
    title: 'The name is longer than the 253 characters that the DNS can hold',
    advice: 'Check what was pasted.',
  }),
  address: (seen) => ({
    title: `${seen} is an IP address, and a policy belongs to a domain`,
    advice: 'Type the part of a mail address that follows the @.',
  }),
  number: (seen) => ({
    title: `${seen} ends in a number, as an IP address does`,
    advice: 'Type a domain such as `example.com`.',
  }),
  blank: (seen) => ({
    title: `There is a blank in ${seen}`,
    advice: 'Type one domain without blanks.',
  }),
  underscore: (seen) => ({
    title: `${seen} has an underscore, which record names have and mail domains do not`,
    advice: 'Type the domain that stands in mail addresses.',
  }),
  hyphen: (seen) => ({
    title: `${seen} begins or ends with a hyphen`,
    advice: 'Take the hyphen away from the edge of the name.',
  }),
  character: (seen) => ({
    title: `${seen} has a character that no domain has`,
    advice: 'Use letters, digits, hyphens and dots.',
  }),
  'fake-a-label': (seen) => ({
    title: `${seen} begins with xn-- and does not decode to an international name`,
    advice: 'Check the spelling, or type the name in its own letters.',
  }),
}

export function refusalWords({ reason, seen }: Refusal): RefusalWords {
  return WORDS[reason](shown(seen))
}

/** Text from outside as code in our small mark-up, on one line and no longer than that. */
function shown(text: string): string {
  const line = text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ')
  return `\`${line.length > 70 ? `${line.slice(0, 69)}…` : line}\``
}
