import { valueOf } from '../../../facts/fact.ts'
import type { DmarcDiscovery } from '../../../facts/dmarc-facts.ts'
import type { DmarcPolicy, DmarcRecord } from '../../../protocols/dmarc/record.ts'
import { all } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { dmarcRecords, dmarcWalk } from '../dmarc/examples.ts'
import { bimiRecords, RECORD } from './examples.ts'

const bimi = bimiRecords(RECORD)
const withDmarc = (...records: string[]) => all(bimi, dmarcRecords(...records))
const withWalk = (domain: string, records: Record<string, string>) =>
  all(bimi, dmarcWalk(domain, records))

const recordAt = ({ walk }: DmarcDiscovery, name: string): DmarcRecord | null =>
  walk.find((answer) => answer.name === name)?.record ?? null

interface Named {
  name: string
}

/** A policy that stops at nothing, whatever the reason. */
const isNone = (policy: DmarcPolicy | null): boolean => policy === null || policy === 'none'

export const bimiDmarc = defineRule({
  id: 'bimi.dmarc.policy',
  title: 'Whether DMARC is strict enough for BIMI',
  needs: ['dmarc', 'bimiRecord'],
  known: ['dmarcRecord'],
  spec: [{ document: 'BIMI draft', section: 'Authentication Requirements' }],
  why:
    'A provider shows a logo only for mail that has passed DMARC, at a domain that tells receivers to stop what fails: its ' +
    'own record and that of the organizational domain must say `quarantine` or `reject`.',
  messages: {
    'bimi.dmarc.present': {
      severity: 'error',
      title: ({ name }: Named) => `No DMARC record applies to \`${name}\`, and BIMI needs one`,
      advice: () =>
        'Set up SPF, DKIM and DMARC first, then raise the policy to `quarantine` or `reject`.',
    },
    'bimi.dmarc.syntax': {
      severity: 'error',
      title: ({ name }: Named) =>
        `The DMARC record at \`${name}\` cannot be used, and BIMI needs one`,
      advice: () => 'Correct it as its own findings say.',
    },
    'bimi.dmarc.p-none': {
      severity: 'error',
      title: ({ name }: Named) =>
        `The DMARC policy at \`${name}\` is \`none\`, so the logo is not shown`,
      advice: () =>
        'Read the DMARC reports, and raise the policy to `quarantine` or `reject` when your own mail passes.',
    },
    'bimi.dmarc.sp-none': {
      severity: 'error',
      title: ({ name }: Named) => `The DMARC policy for sub-domains at \`${name}\` is \`sp=none\``,
      advice: () => 'Delete `sp`, or raise it to `quarantine` or `reject`.',
      why: 'Providers refuse the logo even if you send from the main domain only.',
    },
    'bimi.dmarc.org-vs-author': {
      severity: 'error',
      title: ({ name, domain }: Named & { domain: string }) =>
        `\`${domain}\` enforces DMARC, but the main domain \`${name}\` says \`p=none\``,
      advice: ({ name }: Named & { domain: string }) =>
        `Raise the policy at \`_dmarc.${name}\` to \`quarantine\` or \`reject\`.`,
    },
    'bimi.dmarc.subdomain-weaker': {
      severity: 'error',
      title: ({ name, domain }: Named & { domain: string }) =>
        `\`${name}\` enforces DMARC, but \`${domain}\` has a record of its own with \`p=none\``,
      advice: ({ domain }: Named & { domain: string }) =>
        `Raise the policy at \`_dmarc.${domain}\`, or delete that record.`,
    },
    'bimi.dmarc.np-none': {
      severity: 'warning',
      title: ({ name }: Named) =>
        `The DMARC policy at \`${name}\` for names that do not exist is \`np=none\``,
      advice: () => 'Delete `np`, or raise it.',
      why: 'Anyone can invent a sub-domain and send from it. Providers may treat this like `sp=none`.',
      demand: 'practice',
    },
    'bimi.dmarc.pct': {
      severity: ({ policy }: { pct: number; policy: DmarcPolicy }) =>
        policy === 'quarantine' ? 'error' : 'warning',
      title: ({ pct, policy }: { pct: number; policy: DmarcPolicy }) =>
        `DMARC asks for \`${policy}\` of ${pct} % of the mail only`,
      advice: () => 'Delete `pct`.',
      why: 'The tag was removed from DMARC in 2026. Receivers that still know it, and Gmail, want all of the mail covered.',
    },
    'bimi.dmarc.pct-100': {
      severity: 'notice',
      title: () => 'The DMARC record says `pct=100`, which holds without it',
      advice: () => 'Delete it when convenient: the tag was removed from DMARC in 2026.',
      demand: 'practice',
    },
    'bimi.dmarc.t-y': {
      severity: ({ policy }: { policy: DmarcPolicy }) =>
        policy === 'quarantine' ? 'error' : 'warning',
      title: ({ policy }: { policy: DmarcPolicy }) =>
        `DMARC is in test mode, so \`${policy}\` counts as \`${policy === 'quarantine' ? 'none' : 'quarantine'}\``,
      advice: () => 'Remove `t=y`.',
    },
    'bimi.dmarc.rua': {
      severity: 'notice',
      title: ({ name }: Named) => `The DMARC record at \`${name}\` asks for no reports`,
      advice: () => 'Add `rua=mailto:` and an address, to see whose mail fails.',
      demand: 'practice',
    },
  },
  examples: {
    'bimi.dmarc.present': withDmarc(),
    'bimi.dmarc.syntax': withDmarc('v=DMARC1; p=reject', 'v=DMARC1; p=none'),
    'bimi.dmarc.p-none': withDmarc('v=DMARC1; p=none; rua=mailto:d@example.com'),
    'bimi.dmarc.sp-none': withDmarc('v=DMARC1; p=reject; sp=none; rua=mailto:d@example.com'),
    'bimi.dmarc.org-vs-author': withWalk('mail.example.com', {
      'mail.example.com': 'v=DMARC1; p=reject; rua=mailto:d@example.com',
      'example.com': 'v=DMARC1; p=none',
    }),
    'bimi.dmarc.subdomain-weaker': withWalk('mail.example.com', {
      'mail.example.com': 'v=DMARC1; p=none',
      'example.com': 'v=DMARC1; p=reject; rua=mailto:d@example.com',
    }),
    'bimi.dmarc.np-none': withDmarc('v=DMARC1; p=reject; np=none; rua=mailto:d@example.com'),
    'bimi.dmarc.pct': withDmarc('v=DMARC1; p=quarantine; pct=50; rua=mailto:d@example.com'),
    'bimi.dmarc.pct-100': withDmarc('v=DMARC1; p=reject; pct=100; rua=mailto:d@example.com'),
    'bimi.dmarc.t-y': withDmarc('v=DMARC1; p=quarantine; t=y; rua=mailto:d@example.com'),
    'bimi.dmarc.rua': withDmarc('v=DMARC1; p=reject'),
  },
  quiet: withDmarc('v=DMARC1; p=reject; rua=mailto:d@example.com'),
  fix: 'dmarc-policy',
  check({ dmarc, dmarcRecord, bimiRecord }, find) {
    // Nobody announced a logo: then nothing is owed to BIMI.
    if (bimiRecord.entries.every(({ ours }) => !ours)) return []
    const { domain, effective, organizationalDomain } = dmarc
    const about = (name: string) => ({ about: `_dmarc.${name}` })
    const broken =
      valueOf(dmarcRecord)?.entries.some(({ ours }) => ours) === true &&
      recordAt(dmarc, domain) === null
    if (broken)
      return [
        find(
          'bimi.dmarc.syntax',
          { name: dmarcRecord.source.name },
          { about: dmarcRecord.source.name },
        ),
      ]
    if (effective === null) return [find('bimi.dmarc.present', { name: domain }, about(domain))]
    const own = recordAt(dmarc, domain)
    const above = organizationalDomain === domain ? null : recordAt(dmarc, organizationalDomain)
    const args = { name: organizationalDomain, domain }
    if (own !== null && above !== null && isNone(own.p) !== isNone(above.p))
      return isNone(own.p)
        ? [find('bimi.dmarc.subdomain-weaker', args, about(domain))]
        : [find('bimi.dmarc.org-vs-author', args, about(organizationalDomain))]
    const { record, from: name } = effective
    if (isNone(record.p)) return [find('bimi.dmarc.p-none', { name }, about(name))]
    if (record.sp === 'none' || above?.sp === 'none') {
      const from = record.sp === 'none' ? name : organizationalDomain
      return [find('bimi.dmarc.sp-none', { name: from }, about(from))]
    }
    const policy = record.p ?? 'none'
    return [
      ...(record.np === 'none' ? [find('bimi.dmarc.np-none', { name }, about(name))] : []),
      ...(record.pct !== null && record.pct < 100
        ? [find('bimi.dmarc.pct', { pct: record.pct, policy }, about(name))]
        : []),
      ...(record.pct === 100 ? [find('bimi.dmarc.pct-100', {}, about(name))] : []),
      ...(record.testing ? [find('bimi.dmarc.t-y', { policy }, about(name))] : []),
      ...(record.rua.length === 0 ? [find('bimi.dmarc.rua', { name }, about(name))] : []),
    ]
  },
})
