import type { Source } from '../../../facts/fact.ts'
import { bodyText } from '../../../facts/body-text.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { charsetOf, essenceOf } from '../../../protocols/http/media-type.ts'
import { isWebPage } from '../../../protocols/mta-sts/policy-text.ts'
import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'

/** Texts that came without their headers. */
const BARE: readonly Source['via'][] = ['pasted', 'file', 'typed']

/** Headers that ask for no caching are the right ones here. */
function allowsCaching(header: string): boolean {
  return !/\bno-(?:store|cache)\b|\bmax-age\s*=\s*"?0\b/i.test(header)
}

/** Only headers of the file itself count; a page or an error has a finding of its own. */
function isFile(answer: HttpAnswer): boolean {
  return answer.status === 200 && !isWebPage(bodyText(answer))
}

interface Seen {
  seen: string
}

export const fetchHeaders = defineRule({
  id: 'sts.fetch.headers',
  title: 'The headers that come with the policy file',
  needs: ['policyAnswer'],
  spec: [
    { document: 'RFC 8461', section: '3.2' },
    { document: 'RFC 8461', section: '3.3' },
  ],
  why: 'A sender may look at what the server says about the file before it reads it.',
  messages: {
    'sts.fetch.content-type': {
      severity: 'warning',
      demand: {
        sender: 'maddy, chasquid, postfix-mta-sts-resolver, postfix-tlspol',
        read: '2026-09',
      },
      title: ({ seen }: Seen) =>
        seen === ''
          ? 'The policy file comes without a media type'
          : `The media type of the policy file is \`${seen}\``,
      advice: () => 'Configure the web server to send this file as `text/plain`.',
      why:
        'Senders should check for `text/plain`. maddy, chasquid and both resolvers for Postfix refuse anything else; mox ' +
        'and Stalwart do not look.',
    },
    'sts.fetch.charset': {
      severity: 'notice',
      title: ({ seen }: Seen) => `The policy file is sent with the charset \`${seen}\``,
      advice: () => 'Send `text/plain; charset=utf-8`, or no charset at all.',
      why: 'Only utf-8 and us-ascii are defined for this file.',
    },
    'sts.fetch.encoding': {
      severity: 'warning',
      demand: 'practice',
      title: ({ seen }: Seen) => `The policy file comes compressed (\`${seen}\`), unasked`,
      advice: () => 'Switch compression off for this path.',
      why: 'We did not ask for compression. A simple sender does not ask either, and cannot read what it gets.',
    },
    'sts.fetch.cache-control': {
      severity: 'notice',
      title: ({ seen }: Seen) => `The policy file has the caching header \`${seen}\``,
      advice: () =>
        'Nothing to do for senders. Behind a content network keep the time short, 60 seconds for example, so that a change is seen.',
      why: 'Senders must not use HTTP caching: only `max_age` in the file counts.',
    },
  },
  examples: {
    'sts.fetch.content-type': {
      ...policyFile(policyText(), { mediaType: 'application/octet-stream' }),
      show: 'Content-Type: application/octet-stream',
    },
    'sts.fetch.charset': {
      ...policyFile(policyText(), { mediaType: 'text/plain; charset=iso-8859-1' }),
      show: 'Content-Type: text/plain; charset=iso-8859-1',
    },
    'sts.fetch.encoding': {
      ...policyFile(policyText(), { contentEncoding: 'br' }),
      show: 'Content-Encoding: br',
    },
    'sts.fetch.cache-control': {
      ...policyFile(policyText(), { cacheControl: 'max-age=31536000' }),
      show: 'Cache-Control: max-age=31536000',
    },
  },
  quiet: policyFile(policyText(), { mediaType: 'text/plain; charset=utf-8' }),
  check({ policyAnswer: answer, source }, find) {
    if (!isFile(answer)) return []
    const { name, via } = source('policyAnswer')
    const at = { about: name }
    const { mediaType = '', contentEncoding = '', cacheControl = '' } = answer
    const isPlain = essenceOf(mediaType) === 'text/plain'
    const isBare = mediaType === '' && BARE.includes(via)
    const charset = charsetOf(mediaType)
    // A page asks for compression by itself, and gets the file uncompressed.
    const isCompressed = via !== 'page' && !['', 'identity'].includes(contentEncoding.toLowerCase())
    return [
      ...(isPlain || isBare ? [] : [find('sts.fetch.content-type', { seen: mediaType }, at)]),
      ...(isPlain && charset !== null && !['utf-8', 'us-ascii'].includes(charset)
        ? [find('sts.fetch.charset', { seen: charset }, at)]
        : []),
      ...(isCompressed ? [find('sts.fetch.encoding', { seen: contentEncoding }, at)] : []),
      ...(cacheControl !== '' && allowsCaching(cacheControl)
        ? [find('sts.fetch.cache-control', { seen: cacheControl }, at)]
        : []),
    ]
  },
})
