import { nothing, txtFact } from '../../../facts/build.ts'
import { valueOf } from '../../../facts/fact.ts'
import { isNullMx } from '../../../protocols/mx/mx.ts'
import { all, DOMAIN, mx, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'

const spf = (text: string): Example =>
  seen(`${DOMAIN} TXT "${text}"`, { domainTxt: txtFact(DOMAIN, [text]) })
const noSpf = seen(`${DOMAIN} has no TXT record`, { domainTxt: nothing(DOMAIN, 'TXT', 'nodata') })

/** The domain's SPF records (RFC 7208 section 4.5: version, then a blank or the end). */
const isSpf = (text: string): boolean => /^v=spf1(?: |$)/i.test(text)

export const nullSending = defineRule({
  id: 'mx.null-spf',
  title: 'Whether a domain that takes no mail says that it sends none',
  needs: ['mx'],
  known: ['domainTxt'],
  spec: [{ document: 'RFC 7505', section: '4.2' }],
  why: 'A domain that takes no mail can get no bounces and no answers, so mail in its name is suspicious.',
  messages: {
    'mx.null-sending': {
      severity: 'warning',
      title: ({ domain, seen }: { domain: string; seen: string }) =>
        `\`${domain}\` takes no mail, but its SPF record \`${seen}\` lets it send some`,
      advice: () =>
        'Publish `v=spf1 -all`, or give the domain an MX record that takes the answers.',
      why: 'Receivers may refuse mail from a domain that takes none, with the code 550 5.7.27.',
    },
    'mx.null-no-spf': {
      severity: 'notice',
      title: ({ domain }: { domain: string }) =>
        `\`${domain}\` takes no mail and does not say that it sends none`,
      advice: () => 'Publish the TXT record `v=spf1 -all` at the domain.',
    },
  },
  examples: {
    'mx.null-sending': all(mx('0 .'), spf('v=spf1 include:spf.example.net ~all')),
    'mx.null-no-spf': all(mx('0 .'), noSpf),
  },
  quiet: all(mx('0 .'), spf('v=spf1 -all')),
  demand: 'practice',
  check({ mx, domainTxt, source }, find) {
    if (!isNullMx(mx)) return []
    const domain = source('mx').name
    const records = (valueOf(domainTxt) ?? []).map(({ text }) => text).filter(isSpf)
    if (records.length === 0) return [find('mx.null-no-spf', { domain }, { about: domain })]
    const open = records.find((text) => text.trim().toLowerCase() !== 'v=spf1 -all')
    return open === undefined
      ? []
      : [find('mx.null-sending', { domain, seen: open }, { about: domain })]
  },
})
