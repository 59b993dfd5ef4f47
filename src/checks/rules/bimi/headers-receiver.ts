import { found } from '../../../facts/fact.ts'
import {
  parseAuthenticationResults,
  type MethodResult,
} from '../../../protocols/received-headers/authentication-results.ts'
import {
  addressesIn,
  fieldsNamed,
  type HeaderField,
} from '../../../protocols/received-headers/header-field.ts'
import { seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'

/** Header fields as they are pasted. */
export function headerExample(...lines: string[]): Example {
  const fields = lines.map((line): HeaderField => {
    const colon = line.indexOf(':')
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() }
  })
  return seen(lines.join('\n'), {
    headers: found(fields, { name: 'pasted headers', via: 'pasted' }),
  })
}

/** What a result of BIMI means. */
const MEANING: Record<string, string> = {
  pass: 'record, logo and policy were fine; whether it is shown is up to the mailbox',
  none: 'there is no BIMI record',
  fail: 'the record, the logo or the certificate is wrong',
  temperror: 'the record could not be looked up',
  declined: 'the domain asks for no logo',
  skipped: 'the message was not eligible, because of DMARC or reputation',
}

/** The result of a method by the topmost receiver that gives one: those below may have been there when it was sent. */
function firstResult(
  headers: readonly HeaderField[],
  method: string,
): (MethodResult & { server: string }) | null {
  for (const value of fieldsNamed(headers, 'authentication-results')) {
    const { server, results } = parseAuthenticationResults(value)
    const result = results.find((candidate) => candidate.method === method)
    if (result !== undefined) return { ...result, server }
  }
  return null
}

const AT = { about: 'pasted headers' }

export const bimiHeadersReceiver = defineRule({
  id: 'bimi.hdr.receiver',
  title: 'What the receiver of a message found out',
  needs: ['headers'],
  spec: [{ document: 'BIMI draft', section: 'Authentication-Results' }],
  demand: 'practice',
  why: 'The receiver writes into the message whether it passed DMARC and what became of BIMI.',
  messages: {
    'bimi.hdr.ar': {
      severity: 'notice',
      title: ({ server, result }: { server: string; result: string; reason: string }) =>
        `\`${server}\` says \`bimi=${result}\``,
      advice: ({ result, reason }: { server: string; result: string; reason: string }) =>
        `Read it as: ${MEANING[result] ?? 'a result that the BIMI draft does not define'}.${reason === '' ? '' : ` Its own words: \`${reason.replaceAll('`', '’')}\`.`}`,
    },
    'bimi.hdr.ar-props': {
      severity: 'notice',
      title: ({
        domain,
        selector,
        authority,
      }: {
        domain: string
        selector: string
        authority: string
      }) =>
        `The receiver used domain \`${domain}\`, selector \`${selector}\`, certificate check \`${authority}\``,
      advice: () =>
        'Nothing to do. `none` for the certificate check means that there was none to check.',
    },
    'bimi.dmarc.alignment': {
      severity: 'error',
      title: ({ result, domain }: { result: string; domain: string }) =>
        `The message did not pass DMARC for \`${domain}\`: \`dmarc=${result}\``,
      advice: () =>
        'Let the service that sent it sign with DKIM as your domain, or pass SPF with it.',
      why: 'A provider looks at BIMI only for mail that has passed DMARC for the domain in `From`.',
      demand: 'specification',
    },
    'bimi.from.multiple': {
      severity: 'error',
      title: ({ count }: { count: number }) => `The message has ${count} addresses in \`From\``,
      advice: () => 'Send with exactly one address in `From`.',
      why: 'Providers do not look at BIMI for other mail.',
      demand: 'specification',
    },
    'bimi.hdr.apple': {
      severity: 'notice',
      title: () =>
        'Apple Mail shows logos only where the mailbox provider adds BIMI results and signs them',
      advice: () =>
        'Nothing to do on your side, but for a mark certificate that the provider trusts.',
    },
  },
  examples: {
    'bimi.hdr.ar': headerExample('Authentication-Results: mx.example.net; bimi=fail (logo)'),
    'bimi.hdr.ar-props': headerExample(
      'Authentication-Results: mx.example.net; bimi=pass header.d=example.com header.selector=default policy.authority=pass',
    ),
    'bimi.dmarc.alignment': headerExample(
      'Authentication-Results: mx.example.net; dmarc=fail header.from=example.com',
    ),
    'bimi.from.multiple': headerExample('From: a@example.com, b@example.com'),
    'bimi.hdr.apple': headerExample(
      'Authentication-Results: mx.example.net; bimi=pass header.d=example.com',
    ),
  },
  quiet: headerExample(
    'Authentication-Results: mx.example.net; dmarc=pass header.from=example.com',
    'From: Katie <katie@example.com>',
  ),
  check({ headers }, find) {
    const bimi = firstResult(headers, 'bimi')
    const dmarc = firstResult(headers, 'dmarc')
    const from = fieldsNamed(headers, 'from').flatMap(addressesIn)
    const { 'header.d': domain = '', 'header.selector': selector = '' } = bimi?.properties ?? {}
    const authority = bimi?.properties['policy.authority'] ?? 'not said'
    const passed = dmarc === null || dmarc.result === 'pass'
    return [
      ...(from.length > 1 ? [find('bimi.from.multiple', { count: from.length }, AT)] : []),
      ...(passed
        ? []
        : [
            find(
              'bimi.dmarc.alignment',
              { result: dmarc.result, domain: dmarc.properties['header.from'] ?? 'the domain' },
              AT,
            ),
          ]),
      ...(bimi === null
        ? []
        : [
            find(
              'bimi.hdr.ar',
              { server: bimi.server, result: bimi.result, reason: bimi.reason },
              AT,
            ),
          ]),
      ...(domain !== '' && selector !== ''
        ? [find('bimi.hdr.ar-props', { domain, selector, authority }, AT)]
        : []),
      ...(bimi?.result === 'pass' ? [find('bimi.hdr.apple', {}, AT)] : []),
    ]
  },
})
