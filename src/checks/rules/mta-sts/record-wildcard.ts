import { dnsSource, nothing, txtFact } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import { all, DOMAIN, seen, stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { announces } from './record-entries.ts'

const PROBE = `k3v9x2.${DOMAIN}`
const TEXT = 'v=STSv1; id=2026083101'

export const recordWildcard = defineRule({
  id: 'sts.record.wildcard-dns',
  title: 'Whether every name below the domain seems to have MTA-STS',
  needs: ['wildcard'],
  spec: [{ document: 'RFC 8461', section: '3.4' }],
  why:
    'Each name that takes mail needs a record, a policy host and a certificate of its own. A wildcard gives them the ' +
    'record only, and senders then look for a policy in vain.',
  messages: {
    'sts.record.wildcard-dns': {
      severity: 'warning',
      title: ({ name }: { name: string }) =>
        `A wildcard publishes the MTA-STS record for every name, also for \`${name}\`, made up for this check`,
      advice: () => 'Replace the wildcard TXT record by one at each name that takes mail.',
    },
  },
  examples: {
    'sts.record.wildcard-dns': all(
      stsRecords(TEXT),
      seen(`_mta-sts.${PROBE} TXT "${TEXT}"`, {
        wildcard: found(
          {
            name: PROBE,
            txt: nothing(PROBE, 'TXT'),
            mtaStsTxt: txtFact(`_mta-sts.${PROBE}`, [TEXT]),
          },
          dnsSource(PROBE, 'TXT'),
        ),
      }),
    ),
  },
  quiet: all(
    stsRecords(TEXT),
    seen(`${PROBE} does not exist`, {
      wildcard: found({ name: PROBE, txt: nothing(PROBE, 'TXT') }, dnsSource(PROBE, 'TXT')),
    }),
  ),
  check({ wildcard }, find) {
    const { name, txt, mtaStsTxt } = wildcard
    return announces(mtaStsTxt) || announces(txt)
      ? [find('sts.record.wildcard-dns', { name }, { about: name })]
      : []
  },
})
