/**
 * Where the part of a name begins that anyone can register: the Public Suffix List, ICANN and private sections, as
 * carried by `tldts`. An unlisted top-level domain counts as a public suffix, by the list's own default rule.
 */
import { getDomain, getPublicSuffix } from 'tldts'

const BOTH_SECTIONS = { allowPrivateDomains: true }

/** `co.uk` of `mail.example.co.uk`, `github.io` of `a.github.io`; null for addresses and for what is no name. */
export function publicSuffixOf(name: string): string | null {
  return getPublicSuffix(name, BOTH_SECTIONS)
}

/** Is the name one below which strangers register theirs? */
export function isPublicSuffix(name: string): boolean {
  return publicSuffixOf(name) === name.toLowerCase()
}

/** `example.co.uk` of `mail.example.co.uk`; null for a public suffix itself, for addresses, and for what is no name. */
export function registrableDomainOf(name: string): string | null {
  return getDomain(name, BOTH_SECTIONS)
}
