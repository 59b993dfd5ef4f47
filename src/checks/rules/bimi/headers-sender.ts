import { isSelector } from '../../../protocols/bimi/selector.ts'
import {
  fieldsNamed,
  tagList,
  type HeaderField,
} from '../../../protocols/received-headers/header-field.ts'
import { parseAuthenticationResults } from '../../../protocols/received-headers/authentication-results.ts'
import { defineRule } from '../../rule.ts'
import { headerExample } from './headers-receiver.ts'

/** Fields that only the receiving side may write. */
const RECEIVER_FIELDS = ['bimi-location', 'bimi-indicator', 'bimi-logo-preference']

const AT = { about: 'pasted headers' }

/** Names that a DKIM signature covers, lower-case (RFC 6376 section 3.5, `h=`). */
function signedNames(signature: string): string[] {
  return (tagList(signature).get('h') ?? '').split(':').map((name) => name.trim().toLowerCase())
}

/** bimi-selector = "v" "=" "BIMI1" ";" "s" "=" selector */
function isSelectorField(value: string): boolean {
  const tags = tagList(value)
  return /^\s*v\s*=\s*BIMI1\s*;/.test(value) && isSelector(tags.get('s') ?? '', 'example.com')
}

/** Did a receiver take part in BIMI? Then it may have written these fields itself. */
function hasBimiResult(headers: readonly HeaderField[]): boolean {
  return fieldsNamed(headers, 'authentication-results').some((value) =>
    parseAuthenticationResults(value).results.some(({ method }) => method === 'bimi'),
  )
}

export const bimiHeadersSender = defineRule({
  id: 'bimi.hdr.sender',
  title: 'The BIMI headers that the sender wrote',
  needs: ['headers'],
  spec: [{ document: 'BIMI draft', section: 'BIMI-Selector' }],
  why: 'A message may name a selector. Everything else about BIMI is written by the receiving side.',
  messages: {
    'bimi.hdr.selector': {
      severity: 'error',
      title: ({ value }: { value: string }) =>
        `The header \`BIMI-Selector: ${value}\` cannot be read`,
      advice: () => 'Write `BIMI-Selector: v=BIMI1; s=default`, with your selector.',
      why: 'It is ignored, so the message gets the logo of the selector `default`.',
    },
    'bimi.hdr.selector-signed': {
      severity: 'warning',
      title: () => 'No DKIM signature covers the header `BIMI-Selector`',
      advice: () => 'Add `BIMI-Selector` to the headers that your mail software signs.',
      why: 'A selector without signature could have been added on the way, so receivers ignore it.',
    },
    'bimi.hdr.location-by-sender': {
      severity: 'error',
      title: ({ name }: { name: string }) =>
        `The message carries \`${name}\` without a BIMI result of a receiver`,
      advice: () => 'Remove it from your mail software.',
      why: 'Only the receiving system may write it. It is removed or ignored.',
    },
    'bimi.hdr.location-signed': {
      severity: 'warning',
      title: ({ name }: { name: string }) => `A DKIM signature covers \`${name}\``,
      advice: () => 'Take it off the list of headers to sign.',
      why: 'Receivers replace this header, and the signature breaks.',
    },
  },
  examples: {
    'bimi.hdr.selector': headerExample('BIMI-Selector: s=summer'),
    'bimi.hdr.selector-signed': headerExample(
      'BIMI-Selector: v=BIMI1; s=summer',
      'DKIM-Signature: v=1; d=example.com; h=from:subject; b=x',
    ),
    'bimi.hdr.location-by-sender': headerExample(
      'BIMI-Location: v=BIMI1; l=https://example.com/logo.svg',
    ),
    'bimi.hdr.location-signed': headerExample(
      'DKIM-Signature: v=1; d=example.com; h=from:bimi-location; b=x',
      'From: katie@example.com',
    ),
  },
  quiet: headerExample(
    'BIMI-Selector: v=BIMI1; s=summer',
    'DKIM-Signature: v=1; d=example.com; h=From:Subject:BIMI-Selector; b=x',
  ),
  check({ headers }, find) {
    const signed = fieldsNamed(headers, 'dkim-signature').flatMap(signedNames)
    const selectors = fieldsNamed(headers, 'bimi-selector')
    const broken = selectors.filter((value) => !isSelectorField(value))
    const received = hasBimiResult(headers)
    const present = RECEIVER_FIELDS.filter((name) => fieldsNamed(headers, name).length > 0)
    return [
      ...broken.map((value) =>
        find('bimi.hdr.selector', { value: value.replaceAll('`', '’') }, AT),
      ),
      ...(selectors.length > 0 && broken.length === 0 && !signed.includes('bimi-selector')
        ? [find('bimi.hdr.selector-signed', {}, AT)]
        : []),
      ...(received ? [] : present.map((name) => find('bimi.hdr.location-by-sender', { name }, AT))),
      ...RECEIVER_FIELDS.filter((name) => signed.includes(name)).map((name) =>
        find('bimi.hdr.location-signed', { name }, AT),
      ),
    ]
  },
})
