/**
 * Postfix has no MTA-STS of its own: a resolver hands it host patterns, and the version decides what they are held
 * against. As Postfix's author wrote in Zuplu/postfix-tlspol#91 and Snawoot/postfix-mta-sts-resolver#116.
 */
import type { Policy } from './sender.ts'

export function postfixNotes({ mode, mx }: Policy): string[] {
  if (mode !== 'enforce') return []
  const version =
    'Postfix before 3.10.5 connects to any MX in DNS and holds its certificate against the patterns; from 3.10.5 on the ' +
    'MX name must fit a pattern and the certificate the MX name.'
  const wildcard = 'Postfix gets `*.` as a leading dot, which covers names of any depth.'
  return mx.some((pattern) => pattern.startsWith('*')) ? [version, wildcard] : [version]
}
