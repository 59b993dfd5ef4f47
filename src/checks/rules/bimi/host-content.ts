import { bodyText } from '../../../facts/body-text.ts'
import { valueOf } from '../../../facts/fact.ts'
import { extensionOf } from '../../../protocols/bimi/uri.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { isChallenge } from '../../../protocols/http/challenge.ts'
import { essenceOf } from '../../../protocols/http/media-type.ts'
import { decodeBase64 } from '../../../protocols/text/utf8.ts'
import { defineRule } from '../../rule.ts'
import { GZIP, logoAnswer, markAnswer, PEM } from './host-examples.ts'
import { LOGO, MARK } from './examples.ts'

const PEM_TYPES = ['application/x-pem-file', 'application/pem-certificate-chain', 'text/plain']

/** A web page in the place of a file. */
const isPage = (answer: HttpAnswer): boolean =>
  essenceOf(answer.mediaType ?? '') === 'text/html' ||
  /^\s*<(?:!doctype html|html)/i.test(bodyText(answer))

/** The magic of gzip (RFC 1952 section 2.3.1). */
function isGzip({ body }: HttpAnswer): boolean {
  const bytes = decodeBase64(body) ?? new Uint8Array()
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** An .svgz that is no gzip data, or an .svg that is, without the transfer saying so (RFC 6170 section 5.2). */
function isWrongEncoding(answer: HttpAnswer, address: string): boolean {
  const extension = extensionOf(address)
  const unpacks = /\bgzip\b/i.test(answer.contentEncoding ?? '')
  if (extension === 'svgz') return !isGzip(answer) && !unpacks
  return extension === 'svg' && isGzip(answer) && !unpacks
}

interface Typed {
  type: string
}

const shownType = (answer: HttpAnswer): string => answer.mediaType ?? ''

export const bimiHostContent = defineRule({
  id: 'bimi.host.content',
  title: 'Whether the files are labelled as what they are',
  needs: [],
  reads: ['indicator', 'evidence'],
  spec: [{ document: 'BIMI receiver guidance', section: 'Hosting' }],
  demand: 'practice',
  why: 'Some providers look at the label before they look into the file.',
  messages: {
    'bimi.host.content-type-svg': {
      severity: 'warning',
      title: ({ type }: Typed) =>
        type === ''
          ? 'The server gives the logo no media type'
          : `The server labels the logo as \`${type}\``,
      advice: () => 'Let the server send `image/svg+xml` for it.',
    },
    'bimi.host.content-type-pem': {
      severity: ({ page }: Typed & { page: boolean }) => (page ? 'error' : 'notice'),
      title: ({ type, page }: Typed & { page: boolean }) =>
        page
          ? 'A web page is delivered in the place of the certificate'
          : type === ''
            ? 'The server gives the certificate no media type'
            : `The server labels the certificate as \`${type}\``,
      advice: ({ page }: Typed & { page: boolean }) =>
        page
          ? 'Serve the PEM file itself at this address.'
          : 'Let the server send `application/pem-certificate-chain` for it. No type is prescribed.',
    },
    'bimi.host.svg-encoding': {
      severity: 'warning',
      title: ({ packed }: { packed: boolean }) =>
        packed
          ? 'The logo is compressed, but its name ends in `.svg`'
          : 'The logo is not compressed, but its name ends in `.svgz`',
      advice: ({ packed }: { packed: boolean }) =>
        packed
          ? 'Name it `.svgz`, or publish it without compression.'
          : 'Compress it with gzip, or name it `.svg`.',
    },
  },
  examples: {
    'bimi.host.content-type-svg': logoAnswer(`${LOGO} is labelled text/plain`, {
      mediaType: 'text/plain',
    }),
    'bimi.host.content-type-pem': markAnswer(
      `${MARK} is labelled text/html`,
      { mediaType: 'text/html' },
      '<html></html>',
    ),
    'bimi.host.svg-encoding': logoAnswer(`${LOGO} is gzip data`, {}, GZIP),
  },
  quiet: markAnswer(`${MARK} is labelled application/x-pem-file`, {}, PEM),
  check({ indicator, evidence }, find) {
    const logo = valueOf(indicator)
    const mark = valueOf(evidence)
    const found = []
    if (logo !== null && !isChallenge(bodyText(logo)) && indicator !== undefined) {
      const address = indicator.source.name
      const at = { about: address }
      if (essenceOf(shownType(logo)) !== 'image/svg+xml')
        found.push(find('bimi.host.content-type-svg', { type: shownType(logo) }, at))
      // A browser unpacks what it fetches, and does not say so.
      if (indicator.source.via !== 'page' && isWrongEncoding(logo, address))
        found.push(find('bimi.host.svg-encoding', { packed: isGzip(logo) }, at))
    }
    if (mark !== null && !isChallenge(bodyText(mark)) && evidence !== undefined) {
      const page = isPage(mark)
      if (page || !PEM_TYPES.includes(essenceOf(shownType(mark))))
        found.push(
          find(
            'bimi.host.content-type-pem',
            { type: shownType(mark), page },
            { about: evidence.source.name },
          ),
        )
    }
    return found
  },
})
