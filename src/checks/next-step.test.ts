import { expect, test } from 'vitest'
import { failed } from '../facts/fact.ts'
import { outline, stepFor } from '../testing/step-outline.ts'
import { policyText } from './example.ts'

const serve = 'Serve this file at `https://mta-sts.example.com/.well-known/mta-sts.txt`.'
const replace = (domain: string) =>
  `Replace the TXT record at \`_mta-sts.${domain}\`. Do not add it beside the old one.`
const lines = (mode: string, age: string, ...hosts: string[]) => [
  '  version: STSv1',
  `  mode: ${mode}`,
  ...hosts.map((host) => `  mx: ${host}.example.com`),
  `  max_age: ${age}`,
]

test('all good: nothing to do', () => {
  const step = stepFor({})
  expect(outline(step)).toEqual(['done: Nothing to do'])
  expect(step.why).toContain('`example.com`')
})

test('the domain of the talk: the file before the record', () => {
  const domain = 'zimbra.example'
  const step = stepFor({
    domain,
    mx: ['10 mail1.zimbra.example', '20 mail2.zimbra.example'],
    sts: ['v=STSV1; id=2022051001;'],
    policy: policyText({
      mode: 'testing',
      mx: ['mail1.zimbra.example', 'mail2.zimbra.example', '*.zimbra.example'],
      maxAge: '31557600',
    }),
    rpt: ['v=TLSRPTv1; rua=mailto:tlsreports@zimbra.example'],
  })
  expect(outline(step)).toEqual([
    'fix: Replace the policy file, then the record',
    'Serve this file at `https://mta-sts.zimbra.example/.well-known/mta-sts.txt`.',
    '  version: STSv1',
    '  mode: testing',
    '  mx: mail1.zimbra.example',
    '  mx: mail2.zimbra.example',
    '  max_age: 604800',
    replace(domain),
    '  v=STSv1; id=2026091401',
  ])
  expect(step.why).toMatch(/^In this order: .*policy comes first\.$/)
  const [file, record] = step.items.map(({ text }) => text)
  const marked = (text: typeof file) =>
    text?.changes.map(({ start, end, was }) => [text.text.slice(start, end), was])
  expect(marked(file)).toEqual([['604800', '31557600']])
  expect(file?.notes.join(' ')).toContain('in place of `*.zimbra.example`')
  expect(file?.removed).toEqual(['mx: *.zimbra.example'])
  expect(marked(record)).toEqual([
    ['v', 'V'],
    ['2026091401', '2022051001'],
  ])
})

test('no MTA-STS at all: reports, host, file, and the record last', () => {
  expect(outline(stepFor({ sts: [], policy: null, rpt: [] }))).toEqual([
    'start: Begin with MTA-STS in testing mode',
    'Publish this TXT record at `_smtp._tls.example.com`.',
    '  v=TLSRPTv1; rua=mailto:tls-reports@example.com',
    'Create the web host `mta-sts.example.com`, with a certificate for that name.',
    serve,
    ...lines('testing', '86400', 'mail1', 'mail2'),
    'Publish this TXT record at `_mta-sts.example.com`, when the file is there.',
    '  v=STSv1; id=2026091401',
  ])
  const [first] = stepFor({ sts: [], policy: null }).items
  expect(first?.title).toContain('Create the web host')
})

test('two records, a server that no line would cover, a redirect: the host, the file, one record', () => {
  const step = stepFor({
    mx: ['10 mail1.example.com', '20 mail2.example.com', '30 backup.example.com'],
    sts: ['v=STSv1; id=2022022401;', 'v=STSv1; id=2022051701;'],
    redirect: 'https://www.example.com/',
  })
  expect(outline(step)).toEqual([
    'fix: Repair the policy host, then serve the policy file, then replace both records by one',
    expect.stringMatching(/^Exclude `\/\.well-known\/mta-sts\.txt` from the redirect/),
    serve,
    ...lines('testing', '86400', 'mail1', 'mail2', 'backup'),
    'Replace the TXT record at `_mta-sts.example.com` by this one.',
    '  v=STSv1; id=2026091401',
    'Delete the other record at the same name.',
    '  - v=STSv1; id=2022022401; (_mta-sts.example.com)',
  ])
})

test('the policy host is missing: it comes first', () => {
  expect(outline(stepFor({ policy: null }))).toEqual([
    'fix: Create the policy host, then serve the policy file, then replace the record',
    'Create the web host `mta-sts.example.com`, with a certificate for that name.',
    serve,
    ...lines('testing', '86400', 'mail1', 'mail2'),
    replace('example.com'),
    '  v=STSv1; id=2026091401',
  ])
})

test('only TLS-RPT is missing', () => {
  const step = stepFor({ rpt: [] })
  expect(outline(step)).toEqual([
    'fix: Publish a TLS-RPT record',
    'Publish this TXT record at `_smtp._tls.example.com`.',
    '  v=TLSRPTv1; rua=mailto:tls-reports@example.com',
  ])
  expect(step.items[0]?.text?.notes.join()).toContain('Put a mailbox that exists in place of')
})

test('nothing could be looked up: look again', () => {
  const timeout = (name: string) => failed('timeout', 'no answer in 5 s', { name, via: 'dns' })
  const facts = {
    mx: timeout('example.com'),
    mxHosts: timeout('example.com'),
    mtaStsTxt: timeout('_mta-sts.example.com'),
    policyHost: timeout('mta-sts.example.com'),
    mtaStsPolicyFile: failed('unreachable', '', { name: 'the proxy', via: 'proxy' }),
    tlsRptTxt: timeout('_smtp._tls.example.com'),
  }
  const step = stepFor({ facts })
  expect(outline(step)).toEqual([
    'learn: Look up `example.com` again',
    'Try again in a moment, or choose another resolver in the settings. [retry]',
  ])
  expect(step.why).toBe(
    '`example.com`, `_mta-sts.example.com` and `mta-sts.example.com` could not be looked up: no answer in 5 s. That ' +
      'says nothing about the domain.',
  )
})
