import { mailHosts } from '../../../protocols/mx/mx.ts'
import { mx } from '../../example.ts'
import { defineRule } from '../../rule.ts'

interface Host {
  host: string
}

type Flaw = 'mx.url' | 'mx.ip' | 'mx.double' | 'mx.syntax'

/** LDH labels, at least two of them (RFC 5321 section 4.1.2, `Domain`; a single label names no public host). */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** The most specific thing that is wrong with a target, or null. */
function flawOf(host: string, domain: string): Flaw | null {
  if (/^[a-z]+:|\/|:\/\//.test(host)) return 'mx.url'
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(host) || /^\[?[0-9a-f:]*:[0-9a-f:.]*\]?$/.test(host))
    return 'mx.ip'
  if (isDoubled(host, domain)) return 'mx.double'
  // An all-digit last label is no name of a host anywhere: an address with something after it.
  if (!HOST.test(host) || /\.\d+$/.test(host)) return 'mx.syntax'
  return null
}

/** `mail.example.com.example.com`: the zone's name was added to a name that lacked its final dot. */
function isDoubled(host: string, domain: string): boolean {
  return host === `${domain}.${domain}` || host.endsWith(`.${domain}.${domain}`)
}

export const mxName = defineRule({
  id: 'mx.name',
  title: 'The names in the MX records',
  needs: ['mx'],
  spec: [
    { document: 'RFC 1035', section: '3.3.9' },
    { document: 'RFC 5321', section: '4.1.2' },
  ],
  why: 'An MX record names a host. Senders look its addresses up; what is no host name leads nowhere.',
  messages: {
    'mx.ip': {
      severity: 'error',
      title: ({ host }: Host) => `The MX record points to the address \`${host}\``,
      advice: () =>
        'Create a host name with this address, and let the MX record point to that name.',
    },
    'mx.url': {
      severity: 'error',
      title: ({ host }: Host) => `The MX record points to \`${host}\`, which is a URL`,
      advice: () => 'Enter the host name alone, without `https:` and without slashes.',
    },
    'mx.double': {
      severity: 'error',
      title: ({ host }: Host) => `The MX record points to \`${host}\`, with the domain twice`,
      advice: () =>
        'Put a dot at the end of the name in the zone file, or enter the name without the domain.',
      why: 'A name without its final dot gets the name of the zone added.',
    },
    'mx.syntax': {
      severity: 'error',
      title: ({ host }: Host) => `The MX record points to \`${host}\`, which cannot be a host name`,
      advice: () =>
        'Use a full name of letters, digits and hyphens, such as `mail.example.com`. A policy file cannot list any other.',
    },
  },
  examples: {
    'mx.ip': mx('10 192.0.2.1.'),
    'mx.url': mx('10 https://mail.example.com.'),
    'mx.double': mx('10 mail.example.com.example.com.'),
    'mx.syntax': mx('10 mail_1.example.com.'),
  },
  quiet: mx('10 mail1.example.com.', '20 xn--mller-kva.example.'),
  check({ mx, source }, find) {
    const domain = source('mx').name
    return mailHosts(mx).flatMap((host) => {
      const flaw = flawOf(host, domain)
      return flaw === null ? [] : [find(flaw, { host }, { about: domain })]
    })
  },
})
