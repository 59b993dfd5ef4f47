import { dnsSource, mxFact, nothing, txtFact } from '../../../facts/build.ts'
import { found, type Fact } from '../../../facts/fact.ts'
import type { MailSubdomain } from '../../../facts/fact-set.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import { all, DOMAIN, rptRecords, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { announces, GOOD, holdsRecord, RECORD_SPEC } from './record-entries.ts'

const SUB = `mail.${DOMAIN}`

const subdomain = (show: string, tlsRptTxt: Fact<TxtRecord[]>): Example => {
  const mx = mxFact(SUB, [`10 ${SUB}`])
  const mtaStsTxt = nothing(`_mta-sts.${SUB}`, 'TXT')
  return all(
    rptRecords(GOOD),
    seen(`${SUB} MX 10 ${SUB}\n${show}`, {
      mailSubdomains: found([{ name: SUB, mx, mtaStsTxt, tlsRptTxt }], dnsSource(SUB, 'MX')),
    }),
  )
}

export const recordSubdomain = defineRule({
  id: 'rpt.record.subdomain',
  title: 'Whether names below the domain that take mail ask for reports too',
  needs: ['mailSubdomains'],
  known: ['tlsRptRecord'],
  spec: RECORD_SPEC,
  why: 'A record covers exactly one domain. For mail to an address below it senders do not look at the domain above.',
  messages: {
    'rpt.record.subdomain': {
      severity: 'notice',
      title: ({ name }: { name: string }) =>
        `\`${name}\` takes mail too, and has no TLS-RPT record of its own`,
      advice: ({ name }: { name: string }) =>
        `Publish a record at \`_smtp._tls.${name}\` if people get mail at that name.`,
    },
  },
  examples: {
    'rpt.record.subdomain': subdomain(
      `_smtp._tls.${SUB} has no TXT record`,
      nothing(`_smtp._tls.${SUB}`, 'TXT'),
    ),
  },
  quiet: subdomain(`_smtp._tls.${SUB} TXT "${GOOD}"`, txtFact(`_smtp._tls.${SUB}`, [GOOD])),
  check({ mailSubdomains, tlsRptRecord }, find) {
    if (!holdsRecord(tlsRptRecord)) return []
    return mailSubdomains
      .filter(isUncovered)
      .map(({ name }) => find('rpt.record.subdomain', { name }, { about: name }))
  },
})

function isUncovered({ mx, tlsRptTxt }: MailSubdomain): boolean {
  const takesMail = mx.state === 'found' && mx.value.some(({ exchange }) => exchange !== '')
  return takesMail && tlsRptTxt.state !== 'failed' && !announces(tlsRptTxt)
}
