import { dnsSource, txtFact } from '../../../facts/build.ts'
import { faulty } from '../../../facts/fact.ts'
import type { Lookup } from '../../../facts/fact-set.ts'
import { DOMAIN, mx, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'

const NAME = `_mta-sts.${DOMAIN}`
const RECORD = 'v=STSv1; id=2026083101'

/** Blocked, censored, filtered, prohibited (RFC 8914 section 4.16 to 4.19). */
const FILTERING = new Set([15, 16, 17, 18])
/** Stale answer, stale NXDOMAIN answer (RFC 8914 section 4.4 and 4.20). */
const STALE = new Set([3, 19])

const says = (lookup: Lookup, codes: ReadonlySet<number>): boolean =>
  lookup.source.dns.extendedErrors.some(({ code }) => codes.has(code))

/** An address that resolvers give instead of the true one when they filter. */
const isBlocked = (lookup: Lookup): boolean =>
  lookup.state === 'found' &&
  ['A', 'AAAA'].includes(lookup.source.dns.type) &&
  Array.isArray(lookup.value) &&
  lookup.value.some((address) => address === '0.0.0.0' || address === '::')

/** One per name: A and AAAA of a host tell the same story. */
function once(lookups: readonly Lookup[], is: (lookup: Lookup) => boolean): Lookup[] {
  const hits = lookups.filter(is)
  return hits.filter(
    (hit, index) => hits.findIndex(({ source }) => source.name === hit.source.name) === index,
  )
}

interface Seen {
  name: string
  resolver: string
}

export const dnsAnswers = defineRule({
  id: 'dns.answers',
  title: 'Whether the answers can be taken at their word',
  needs: ['lookups'],
  spec: [
    { document: 'RFC 8914', section: '4' },
    { document: 'RFC 1034', section: '3.6.2' },
  ],
  demand: 'practice',
  why: 'What one resolver says is not always what the domain publishes.',
  messages: {
    'dns.cname.loop': {
      severity: 'error',
      title: ({ name }: { name: string }) => `The alias \`${name}\` leads back to itself`,
      advice: () => 'Let the CNAME point to a name that has records, or delete it.',
      why: 'Resolvers give up on it, so the name has no record for anybody.',
      demand: 'specification',
    },
    'dns.lame': {
      severity: 'warning',
      title: ({ name, resolver, other, saw }: Seen & { other: string; saw: string }) =>
        `\`${resolver}\` and \`${other}\` disagree about \`${name}\`: the second saw ${saw}`,
      advice: () =>
        'Wait for one TTL and check again. If it stays, compare the zone on all of its name servers.',
      why: 'Either a change is still spreading, or the name servers of the domain do not hold the same zone.',
    },
    'dns.doh.filtering': {
      severity: 'warning',
      title: ({ name, resolver }: Seen) => `The resolver \`${resolver}\` filters \`${name}\``,
      advice: () => 'Choose another resolver and check again.',
      why: 'This resolver blocks the name, so what it says tells nothing about the domain.',
    },
    'dns.doh.stale': {
      severity: 'warning',
      title: ({ name, resolver }: Seen) =>
        `The resolver \`${resolver}\` has only an old answer for \`${name}\``,
      advice: () => 'Check whether the name servers of the domain are up.',
      why: 'The name servers did not respond, so the resolver repeats what it knew before.',
    },
  },
  examples: {
    'dns.cname.loop': seen(`${NAME} CNAME ${NAME}`, {
      mtaStsTxt: faulty('alias-loop', 'the alias leads back to itself', dnsSource(NAME, 'TXT')),
    }),
    'dns.lame': seen(`${NAME} TXT "${RECORD}" at one resolver, nothing at another`, {
      mtaStsTxt: txtFact(NAME, [RECORD], {
        otherResolver: { resolver: 'dns2.example', saw: 'nothing' },
      }),
    }),
    'dns.doh.filtering': seen(`${NAME} TXT: Extended DNS Error 15 (blocked)`, {
      mtaStsTxt: txtFact(NAME, [RECORD], { extendedErrors: [{ code: 15, text: '' }] }),
    }),
    'dns.doh.stale': seen(`${NAME} TXT "${RECORD}", Extended DNS Error 3 (stale answer)`, {
      mtaStsTxt: txtFact(NAME, [RECORD], { extendedErrors: [{ code: 3, text: '' }] }),
    }),
  },
  quiet: mx('10 mail1.example.com'),
  check({ lookups }, find) {
    const where = ({ source }: Lookup): Seen => ({
      name: source.name,
      resolver: source.dns.resolver,
    })
    const isLoop = (lookup: Lookup) => lookup.state === 'faulty' && lookup.reason === 'alias-loop'
    const differs = (lookup: Lookup) => lookup.source.dns.otherResolver !== undefined
    return [
      ...once(lookups, isLoop).map((lookup) =>
        find('dns.cname.loop', { name: lookup.source.name }, { about: lookup.source.name }),
      ),
      ...once(lookups, differs).map((lookup) => {
        const { resolver: other = '', saw = '' } = lookup.source.dns.otherResolver ?? {}
        return find('dns.lame', { ...where(lookup), other, saw }, { about: lookup.source.name })
      }),
      ...once(lookups, (lookup) => says(lookup, FILTERING) || isBlocked(lookup)).map((lookup) =>
        find('dns.doh.filtering', where(lookup), { about: lookup.source.name }),
      ),
      ...once(lookups, (lookup) => says(lookup, STALE)).map((lookup) =>
        find('dns.doh.stale', where(lookup), { about: lookup.source.name }),
      ),
    ]
  },
})
