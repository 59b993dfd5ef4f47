import { decodeBase64, decodeText } from '../../../protocols/text/utf8.ts'
import { fieldsNamed } from '../../../protocols/received-headers/header-field.ts'
import { defineRule } from '../../rule.ts'
import { headerExample } from './headers-receiver.ts'

const SVG = 'PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4='

/** Is it base64 of something that begins like an SVG? Compressed ones begin with the magic of gzip. */
function isLogo(value: string): boolean {
  const bytes = decodeBase64(value.replace(/\s/g, ''))
  if (bytes === null || bytes.length === 0) return false
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true
  return /^\ufeff?\s*<(?:\?xml|svg|!--)/i.test(decodeText(bytes).text)
}

export const bimiHeadersIndicator = defineRule({
  id: 'bimi.hdr.logo',
  title: 'The logo that a receiver put into the message',
  needs: ['headers'],
  spec: [{ document: 'BIMI draft', section: 'BIMI-Indicator' }],
  demand: 'practice',
  why: 'Some receivers store the logo that they have checked in the message, so that the mail program need not fetch it.',
  messages: {
    'bimi.hdr.indicator': {
      severity: 'notice',
      title: ({ good }: { good: boolean }) =>
        good
          ? 'The receiver embedded a logo in the message'
          : 'The header `BIMI-Indicator` holds no logo that can be read',
      advice: ({ good }: { good: boolean }) =>
        good
          ? 'Compare it with the file that you publish.'
          : 'Nothing to do on your side: the receiver, or something on the way, damaged it.',
    },
  },
  examples: { 'bimi.hdr.indicator': headerExample(`BIMI-Indicator: ${SVG}`) },
  quiet: headerExample('From: katie@example.com'),
  check({ headers }, find) {
    return fieldsNamed(headers, 'bimi-indicator').map((value) =>
      find('bimi.hdr.indicator', { good: isLogo(value) }, { about: 'pasted headers' }),
    )
  },
})
