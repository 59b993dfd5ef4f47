import { nothing, txtFact } from '../../../facts/build.ts'
import type { Fact } from '../../../facts/fact.ts'
import type { Alias } from '../../../protocols/dns/records.ts'
import { DOMAIN, seen, stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { holdsRecord, isDelegated } from './record-entries.ts'

const NAME = `_mta-sts.${DOMAIN}`
const GOOD = 'v=STSv1; id=2026083101'

const alias = (target: string): { chain: Alias[] } => ({
  chain: [{ name: NAME, target, ttl: 3600 }],
})

interface Path {
  /** The names after the first, in order. */
  targets: string[]
}

const last = ({ targets }: Path): string => targets.at(-1) ?? ''

export const recordCname = defineRule({
  id: 'sts.record.cname',
  title: 'Whether the name of the record is an alias',
  needs: [],
  known: ['mtaStsRecord'],
  reads: ['wildcard'],
  spec: [
    { document: 'RFC 8461', section: '8.2' },
    { document: 'RFC 8461', section: '3.1' },
  ],
  why:
    'With an alias you hand the record over to somebody else: they decide when the id changes, and when their record goes, ' +
    'yours is gone too.',
  messages: {
    'sts.record.cname': {
      severity: 'notice',
      title: (path: Path) => `The record is delegated to \`${last(path)}\``,
      advice: ({ targets }: Path) =>
        `Make sure that whoever runs \`${targets.join('` → `')}\` also serves your policy.`,
    },
    'sts.record.cname-broken': {
      severity: 'error',
      title: ({ targets, loop }: Path & { loop: boolean }) =>
        loop
          ? 'The record is an alias that leads back to itself'
          : `The record is delegated to \`${last({ targets })}\`, where there is no MTA-STS record`,
      advice: () =>
        'Repair the target, or replace the alias by a TXT record of your own. If you left the provider, remove MTA-STS ' +
        'step by step.',
    },
    'sts.record.cname-and-txt': {
      severity: 'error',
      title: ({ resolver, other }: { resolver: string; other: string }) =>
        `\`${resolver}\` sees an alias at the name of the record, and \`${other}\` a TXT record, or the other way round`,
      advice: () => 'Keep either the CNAME or the TXT record at this name, and delete the other.',
      why:
        'A name that is an alias may hold nothing else (RFC 1034 section 3.6.2). With both, each name server picks one, ' +
        'and what a sender sees is chance.',
    },
  },
  examples: {
    'sts.record.cname': seen(`${NAME} CNAME _mta-sts.provider.example, where "${GOOD}" stands`, {
      mtaStsTxt: txtFact(NAME, [GOOD], alias('_mta-sts.provider.example')),
    }),
    'sts.record.cname-broken': seen(`${NAME} CNAME _mta-sts.gone.example, which does not exist`, {
      mtaStsTxt: nothing(NAME, 'TXT', 'nxdomain', alias('_mta-sts.gone.example')),
    }),
    'sts.record.cname-and-txt': seen(
      `one resolver: ${NAME} CNAME _mta-sts.provider.example; another: ${NAME} TXT "${GOOD}"`,
      {
        mtaStsTxt: txtFact(NAME, [GOOD], {
          otherResolver: {
            resolver: 'dns2.example',
            saw: 'an alias to `_mta-sts.provider.example`',
          },
        }),
      },
    ),
  },
  quiet: stsRecords(GOOD),
  check({ mtaStsRecord, wildcard }, find) {
    const { name: about, dns } = mtaStsRecord.source
    const targets = dns?.chain.map(({ target }) => target) ?? []
    if (mtaStsRecord.state === 'faulty' && mtaStsRecord.reason === 'alias-loop')
      return [find('sts.record.cname-broken', { targets, loop: true }, { about })]
    const other = otherKind(mtaStsRecord)
    if (other !== null) return [find('sts.record.cname-and-txt', other, { about })]
    if (!isDelegated(mtaStsRecord, wildcard)) return []
    return holdsRecord(mtaStsRecord)
      ? [find('sts.record.cname', { targets }, { about })]
      : [find('sts.record.cname-broken', { targets, loop: false }, { about })]
  },
})

/** Two resolvers of which one saw an alias and the other a record at the name itself. */
function otherKind(fact: Fact<unknown>): { resolver: string; other: string } | null {
  const { dns } = fact.source
  if (dns?.otherResolver === undefined) return null
  const { resolver: other, saw } = dns.otherResolver
  // In words: "an alias to `…`", "nothing", or the texts themselves.
  const second = saw.startsWith('an alias') ? 'alias' : saw.startsWith('`') ? 'record' : 'nothing'
  const first = dns.chain.length > 0 ? 'alias' : fact.state === 'found' ? 'record' : 'nothing'
  const isBoth = first !== second && first !== 'nothing' && second !== 'nothing'
  return isBoth ? { resolver: dns.resolver, other } : null
}
