/** Zones for the DNS tree walk (RFC 9989 section 4.10): where an organization begins, and whose policy applies. */
import type { Zone } from './bind.ts'

/** A name that takes no mail, so that nothing but its DMARC is told. */
const silent = (name: string): string => `${name} IN MX 0 .\n${name} IN TXT "v=spf1 -all"`

const ZONES: Record<string, string[]> = {
  // The record with the fewest labels is the organization's, for names however deep.
  'walk.test': [
    '_dmarc IN TXT "v=DMARC1; p=reject; sp=quarantine; np=reject; rua=mailto:d@walk.test"',
    '_dmarc.mail IN TXT "v=DMARC1; p=none; rua=mailto:d@walk.test"',
    silent('mail'),
    silent('a.mail'),
    silent('a.b.c.d.e.f.g.h.i.j.mail'),
  ],
  // `psd=n`: an organization of its own below another.
  'own.test': [
    '_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:d@own.test"',
    '_dmarc.mail IN TXT "v=DMARC1; p=quarantine; psd=n; rua=mailto:d@mail.own.test"',
    silent('a.mail'),
  ],
  // `psd=y`: a registry; the organization begins one label below it.
  'registry.test': [
    '_dmarc IN TXT "v=DMARC1; p=reject; psd=y; rua=mailto:d@registry.test"',
    silent('a.b'),
  ],
  // Several records count as none.
  'double.test': [
    '_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:d@double.test"',
    '_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:d@double.test"',
    silent('@'),
  ],
}

export const DMARC_ZONES: readonly Zone[] = Object.entries(ZONES).map(([name, records]) => ({
  name,
  records: records.join('\n'),
  security: 'unsigned',
}))
