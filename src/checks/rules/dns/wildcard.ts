import { dnsSource, nothing, txtFact } from '../../../facts/build.ts'
import { found, type Fact } from '../../../facts/fact.ts'
import type { TxtSelection } from '../../../facts/fact-set.ts'
import { DOMAIN, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'

const PROBE = `k3v9x2.${DOMAIN}`

/** Something answered at a name that we asked for, and it is none of ours. */
const onlyStray = (fact: Fact<TxtSelection<unknown, string>> | undefined): boolean =>
  fact?.state === 'found' && fact.value.entries.every(({ ours }) => !ours)

export const dnsWildcard = defineRule({
  id: 'dns.wildcard-probe',
  title: 'Whether names that nobody made have answers',
  needs: ['wildcard'],
  reads: ['mtaStsRecord', 'tlsRptRecord'],
  spec: [{ document: 'RFC 4592', section: '2' }],
  demand: 'practice',
  why: 'A wildcard makes missing records look as if they were there.',
  messages: {
    'dns.wildcard': {
      severity: ({ misleads }: { name: string; misleads: boolean }) =>
        misleads ? 'warning' : 'notice',
      title: ({ name }: { name: string; misleads: boolean }) =>
        `A wildcard answers TXT questions below the domain: \`${name}\`, a name made up for this check, has a record`,
      advice: () => 'Keep the wildcard only if you need it, and not for TXT.',
    },
  },
  examples: {
    'dns.wildcard': seen(`${PROBE} TXT "v=spf1 -all"`, {
      wildcard: found(
        { name: PROBE, txt: txtFact(PROBE, ['v=spf1 -all']) },
        dnsSource(PROBE, 'TXT'),
      ),
    }),
  },
  quiet: seen(`${PROBE} does not exist`, {
    wildcard: found({ name: PROBE, txt: nothing(PROBE, 'TXT') }, dnsSource(PROBE, 'TXT')),
  }),
  check({ wildcard, mtaStsRecord, tlsRptRecord }, find) {
    if (wildcard.txt.state !== 'found') return []
    const misleads = onlyStray(mtaStsRecord) || onlyStray(tlsRptRecord)
    return [find('dns.wildcard', { name: wildcard.name, misleads }, { about: wildcard.name })]
  },
})
