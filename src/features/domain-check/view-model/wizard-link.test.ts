import { expect, test } from 'vitest'
import type { Correction } from '../../../checks/corrections.ts'
import type { NextStep } from '../../../checks/next-step/step.ts'
import { wizardLink } from './wizard-link.ts'

const step = (...texts: [Correction, string][]): NextStep => ({
  kind: 'fix',
  heading: 'Do it',
  why: 'Because.',
  items: [
    { title: 'First.' },
    ...texts.map(([correction, text]) => ({
      title: 'Publish it.',
      text: {
        correction,
        kind: 'txt' as const,
        where: 'x',
        old: null,
        text,
        changes: [],
        removed: [],
        notes: [],
      },
    })),
  ],
})

const POLICY =
  'version: STSv1\r\nmode: enforce\r\nmx: a.example.com\r\nmx: *.b.example\r\nmax_age: 2592000\r\n'
const OFF = 'version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n'

test.each<[string, [Correction, string][], string | undefined]>([
  [
    'a policy, whatever comes before it',
    [
      ['tls-rpt-record', 'v=TLSRPTv1; rua=mailto:a@example.com'],
      ['mta-sts-policy', POLICY],
      ['mta-sts-record', 'v=STSv1; id=1'],
    ],
    '/mta-sts?domain=example.com&mode=enforce&max_age=2592000&mx=a.example.com&mx=*.b.example',
  ],
  [
    'the way out',
    [['mta-sts-policy', OFF]],
    '/mta-sts?domain=example.com&journey=switch-off&mode=none&max_age=86400&mx=',
  ],
  ['a record alone', [['mta-sts-record', 'v=STSv1; id=1']], '/mta-sts?domain=example.com'],
  [
    'reports',
    [['tls-rpt-record', 'v=TLSRPTv1; rua=mailto:a@example.com']],
    '/tls-rpt?domain=example.com&rua=mailto%3Aa%40example.com',
  ],
  [
    'a logo',
    [['bimi-record', 'v=BIMI1; l=https://example.com/l.svg']],
    '/bimi?domain=example.com&logo=https%3A%2F%2Fexample.com%2Fl.svg',
  ],
  ['DMARC for a logo', [['dmarc-policy', 'v=DMARC1; p=quarantine']], '/bimi?domain=example.com'],
  ['DMARC for its own sake', [['dmarc-record', 'v=DMARC1; p=none']], undefined],
  ['nothing to publish', [], undefined],
])('%s', (_, texts, to) => {
  expect(wizardLink(step(...texts), 'example.com')?.to).toBe(to)
})
