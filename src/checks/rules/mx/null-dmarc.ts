import { nothing, txtFact } from '../../../facts/build.ts'
import { valueOf } from '../../../facts/fact.ts'
import { isNullMx } from '../../../protocols/mx/mx.ts'
import { all, DOMAIN, mx, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'

const NAME = `_dmarc.${DOMAIN}`

export const nullDmarc = defineRule({
  id: 'mx.null-dmarc',
  title: 'Whether a domain that takes no mail is protected against forgery',
  needs: ['mx'],
  known: ['dmarcTxt'],
  reads: ['dmarc'],
  spec: [{ document: 'RFC 7505', section: '4.2' }],
  demand: 'practice',
  why: 'A domain without mail is a convenient name for forgers, as long as receivers are not told to refuse it.',
  messages: {
    'mx.null-no-dmarc': {
      severity: 'notice',
      title: ({ domain }: { domain: string }) =>
        `\`${domain}\` takes no mail, and no DMARC record tells receivers to refuse mail in its name`,
      advice: ({ domain }: { domain: string }) =>
        `Publish the TXT record \`v=DMARC1; p=reject\` at \`_dmarc.${domain}\`.`,
    },
  },
  examples: {
    'mx.null-no-dmarc': all(
      mx('0 .'),
      seen(`${NAME} has no TXT record`, { dmarcTxt: nothing(NAME, 'TXT') }),
    ),
  },
  quiet: all(
    mx('0 .'),
    seen(`${NAME} TXT "v=DMARC1; p=reject"`, { dmarcTxt: txtFact(NAME, ['v=DMARC1; p=reject']) }),
  ),
  check({ mx, dmarcTxt, dmarc, source }, find) {
    if (!isNullMx(mx)) return []
    // A record further up counts as well (RFC 9989 section 4.10.1).
    if (valueOf(dmarc)?.effective?.policy === 'reject') return []
    const domain = source('mx').name
    const records = (valueOf(dmarcTxt) ?? []).filter(({ text }) => /^v\s*=\s*DMARC1\s*;/.test(text))
    const rejects =
      records.length === 1 && /;\s*p\s*=\s*reject\s*(?:;|$)/i.test(records[0]?.text ?? '')
    return rejects ? [] : [find('mx.null-no-dmarc', { domain }, { about: domain })]
  },
})
