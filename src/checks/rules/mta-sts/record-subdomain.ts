import { dnsSource, mxFact, nothing, txtFact } from '../../../facts/build.ts'
import { found, type Fact } from '../../../facts/fact.ts'
import type { MailSubdomain } from '../../../facts/fact-set.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import { all, DOMAIN, seen, stsRecords } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { announces, holdsRecord } from './record-entries.ts'

const SUB = `mail.${DOMAIN}`
const TEXT = 'v=STSv1; id=2026083101'

const subdomain = (show: string, mtaStsTxt: Fact<TxtRecord[]>): Example =>
  all(
    stsRecords(TEXT),
    seen(`${SUB} MX 10 ${SUB}\n${show}`, {
      mailSubdomains: found(
        [
          {
            name: SUB,
            mx: mxFact(SUB, [`10 ${SUB}`]),
            mtaStsTxt,
            tlsRptTxt: nothing(`_smtp._tls.${SUB}`, 'TXT'),
          },
        ],
        dnsSource(SUB, 'MX'),
      ),
    }),
  )

export const recordSubdomain = defineRule({
  id: 'sts.record.subdomain-coverage',
  title: 'Whether names below the domain that take mail have MTA-STS too',
  needs: ['mailSubdomains'],
  known: ['mtaStsRecord'],
  spec: [{ document: 'RFC 8461', section: '3.4' }],
  why: 'A policy covers exactly one domain. For mail to an address below it senders do not look at the domain above.',
  messages: {
    'sts.record.subdomain-coverage': {
      severity: 'notice',
      title: ({ name }: { name: string }) =>
        `\`${name}\` takes mail too, and has no MTA-STS record of its own`,
      advice: ({ name }: { name: string }) =>
        `Publish \`_mta-sts.${name}\` and serve a policy at \`mta-sts.${name}\` if people get mail at that name.`,
    },
  },
  examples: {
    'sts.record.subdomain-coverage': subdomain(
      `_mta-sts.${SUB} has no TXT record`,
      nothing(`_mta-sts.${SUB}`, 'TXT'),
    ),
  },
  quiet: subdomain(`_mta-sts.${SUB} TXT "${TEXT}"`, txtFact(`_mta-sts.${SUB}`, [TEXT])),
  check({ mailSubdomains, mtaStsRecord }, find) {
    if (!holdsRecord(mtaStsRecord)) return []
    return mailSubdomains
      .filter(isUncovered)
      .map(({ name }) => find('sts.record.subdomain-coverage', { name }, { about: name }))
  },
})

function isUncovered({ mx, mtaStsTxt }: MailSubdomain): boolean {
  const takesMail = mx.state === 'found' && mx.value.some(({ exchange }) => exchange !== '')
  if (!takesMail) return false
  return mtaStsTxt.state !== 'failed' && !announces(mtaStsTxt)
}
