import { nothing, txtFact } from '../../../facts/build.ts'
import { found, valueOf } from '../../../facts/fact.ts'
import type { ReportConsent } from '../../../facts/dmarc-facts.ts'
import { isSelectedDmarcRecord } from '../../../protocols/dmarc/record.ts'
import { DOMAIN, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'

const NAME = `${DOMAIN}._report._dmarc.vendor.example`

function consent(record: string | null): Example {
  const txt = record === null ? nothing(NAME, 'TXT') : txtFact(NAME, [record])
  const value: ReportConsent[] = [{ domain: 'vendor.example', txt }]
  return seen(record === null ? `${NAME} has no TXT record` : `${NAME} TXT "${record}"`, {
    dmarcConsents: found(value, { name: DOMAIN, via: 'dns' }),
  })
}

export const dmarcConsent = defineRule({
  id: 'dmarc.record.consent',
  title: 'Whether others agree to receive the DMARC reports',
  needs: ['dmarcConsents'],
  spec: [{ document: 'RFC 9990', section: '4' }],
  why: 'So that nobody can flood a stranger with reports, a foreign domain must say that it takes them.',
  messages: {
    'dmarc.record.rua-external': {
      severity: 'warning',
      title: ({ name, domain }: { name: string; domain: string }) =>
        `\`${domain}\` does not say at \`${name}\` that it takes reports for this domain`,
      advice: ({ name, domain }: { name: string; domain: string }) =>
        `Ask \`${domain}\` to publish \`v=DMARC1\` at \`${name}\`, or use an address of your own.`,
      why: 'Without that record no reports are sent there. This exists for DMARC only, not for TLS-RPT.',
    },
  },
  examples: { 'dmarc.record.rua-external': consent(null) },
  quiet: consent('v=DMARC1'),
  check({ dmarcConsents }, find) {
    return dmarcConsents.flatMap(({ domain, txt }) => {
      if (txt.state === 'failed') return []
      const agrees = (valueOf(txt) ?? []).some(({ text }) => isSelectedDmarcRecord(text))
      const name = txt.source.name
      return agrees ? [] : [find('dmarc.record.rua-external', { name, domain }, { about: name })]
    })
  },
})
