import { nothing, txtFact } from '../../../facts/build.ts'
import type { Fact } from '../../../facts/fact.ts'
import type { Lookup } from '../../../facts/fact-set.ts'
import { registrableDomainOf } from '../../../protocols/dns/public-suffix.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import { DOMAIN, seen, stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'

/** A UDP answer larger than this used to be cut (RFC 1035 section 4.2.1); records beyond it are worth a look. */
const LONG_TXT = 512

const NAME = `_mta-sts.${DOMAIN}`
const long = ['v=STSv1; id=2026083101; note=', 'x'.repeat(255), 'y'.repeat(255)]

/** Text of a record in bytes, one per character of the wire. */
const bytes = (record: TxtRecord): number =>
  record.encoding === 'bytes' ? record.text.length : new TextEncoder().encode(record.text).length

function isTxt(lookup: Lookup): lookup is Lookup & Fact<TxtRecord[]> {
  return lookup.source.dns.type === 'TXT'
}

export const dnsInformation = defineRule({
  id: 'dns.information',
  title: 'How the records are published',
  needs: ['lookups'],
  spec: [{ document: 'RFC 1035', section: '3.3.14' }],
  demand: 'practice',
  why: 'It helps to know how long an old value is seen, and who really controls a name.',
  messages: {
    'dns.txt-255': {
      severity: 'notice',
      title: ({ name, strings, length }: { name: string; strings: number; length: number }) =>
        `The record at \`${name}\` is ${length} bytes long, in ${strings} strings`,
      advice: () =>
        'Nothing to do. Receivers join the strings without blanks; it is shown here joined.',
    },
    'dns.ttl-table': {
      severity: 'notice',
      title: ({ name, ttl }: { name: string; ttl: number }) =>
        `After a change the old value may be seen for up to ${ttl} seconds, the TTL of \`${name}\``,
      advice: () => 'Nothing to do. Wait for that time after a change before you check again.',
    },
    'dns.cname-apex-sub': {
      severity: 'notice',
      title: ({ name, target }: { name: string; target: string }) =>
        `\`${name}\` is an alias of \`${target}\`, in another domain`,
      advice: () =>
        'Nothing to do, if you meant to delegate it. Whoever runs that domain decides what is published here.',
    },
  },
  examples: {
    'dns.txt-255': stsRecords(long),
    'dns.ttl-table': stsRecords('v=STSv1; id=2026083101'),
    'dns.cname-apex-sub': seen(`${NAME} CNAME _mta-sts.provider.example`, {
      mtaStsTxt: txtFact(NAME, ['v=STSv1; id=1'], {
        chain: [{ name: NAME, target: '_mta-sts.provider.example', ttl: 300 }],
      }),
    }),
  },
  quiet: seen('nothing is published', { mtaStsTxt: nothing(NAME, 'TXT') }),
  check({ lookups }, find) {
    const found = lookups.filter(({ state }) => state === 'found')
    const slowest = [...found].sort((a, b) => (b.source.dns.ttl ?? 0) - (a.source.dns.ttl ?? 0))[0]
    const { name = '', dns } = slowest?.source ?? {}
    const texts = found.filter(isTxt).flatMap((fact) =>
      (fact.state === 'found' ? fact.value : [])
        .filter((record) => bytes(record) > LONG_TXT)
        .map((record) => ({
          name: fact.source.name,
          strings: record.strings.length,
          length: bytes(record),
        })),
    )
    const aliases = lookups.filter(isTxt).flatMap(({ source }) => {
      const target = source.dns?.chain.at(-1)?.target
      const elsewhere =
        target !== undefined && registrableDomainOf(target) !== registrableDomainOf(source.name)
      return elsewhere && source.name.startsWith('_') ? [{ name: source.name, target }] : []
    })
    return [
      ...texts.map((args) => find('dns.txt-255', args, { about: args.name })),
      ...aliases.map((args) => find('dns.cname-apex-sub', args, { about: args.name })),
      ...(dns?.ttl ? [find('dns.ttl-table', { name, ttl: dns.ttl }, { about: name })] : []),
    ]
  },
})
