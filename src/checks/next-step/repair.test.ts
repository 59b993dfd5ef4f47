import { describe, expect, test } from 'vitest'
import { dnsSource, hostAddresses, nothing, policyUrl, txtFact } from '../../facts/build.ts'
import { absent, faulty, found } from '../../facts/fact.ts'
import { policyAnswer } from '../../facts/build.ts'
import { outline, stepFor } from '../../testing/step-outline.ts'
import { policyText } from '../example.ts'

const TESTING = policyText({ mode: 'testing', maxAge: '604800' })
const heading = (sketch: Parameters<typeof stepFor>[0]) => stepFor(sketch).heading

describe('the record alone', () => {
  test('a misspelt version before a good policy: the id can stay', () => {
    const step = stepFor({ sts: ['v=STSV1; id=2026083101'], policy: TESTING })
    expect(outline(step)).toEqual([
      'fix: Replace the record',
      'Replace the TXT record at `_mta-sts.example.com`. Do not add it beside the old one.',
      '  v=STSv1; id=2026083101',
    ])
    expect(step.why).toContain('The version reads `v=STSV1`')
  })

  test('a near miss beside a good record is deleted, and nothing else', () => {
    expect(outline(stepFor({ sts: ['v=STSv1; id=1', 'v=STSV1; id=2'] }))).toEqual([
      'fix: Delete the second record',
      'Delete the second record at `_mta-sts.example.com`.',
      '  - v=STSV1; id=2 (_mta-sts.example.com)',
    ])
  })

  test('three records leave one', () => {
    const sts = ['v=STSv1; id=2026083101', 'v=STSv1; id=2026083102', 'v=STSV1; id=9']
    expect(outline(stepFor({ sts, policy: TESTING }))).toEqual([
      'fix: Replace all 3 records by one',
      'Replace the TXT record at `_mta-sts.example.com` by this one.',
      '  v=STSv1; id=2026083102',
      'Delete the other records at the same name.',
      '  - v=STSv1; id=2026083101 (_mta-sts.example.com)',
      '  - v=STSV1; id=9 (_mta-sts.example.com)',
    ])
  })

  test('at a wrong name it moves', () => {
    const name = 'mta-sts.example.com'
    const texts = ['v=STSv1; id=7', 'v=spf1 -all']
    const facts = {
      mtaStsElsewhere: found([{ name, txt: txtFact(name, texts) }], dnsSource(name, 'TXT')),
    }
    expect(outline(stepFor({ sts: [], policy: TESTING, facts }))).toEqual([
      'fix: Move the record',
      'Publish this TXT record at `_mta-sts.example.com`.',
      '  v=STSv1; id=7',
      'Delete it at the wrong name.',
      '  - v=STSv1; id=7 (mta-sts.example.com)',
    ])
  })

  test('an alias that leads nowhere gives way to a record', () => {
    const name = '_mta-sts.example.com'
    const chain = [{ name, target: 'gone.example', ttl: 300 }]
    const facts = { mtaStsTxt: nothing(name, 'TXT', 'nxdomain', { chain }) }
    expect(outline(stepFor({ policy: TESTING, facts }))).toEqual([
      'fix: Replace the alias by a record',
      'Delete the CNAME at `_mta-sts.example.com` and publish this TXT record there, or have its target repaired.',
      '  v=STSv1; id=2026091401',
    ])
  })

  test('a policy that no record announces', () => {
    expect(heading({ sts: [], policy: TESTING })).toBe('Publish the record')
  })
})

describe('host and file', () => {
  const url = policyUrl('example.com')

  test('a bad certificate before a good policy: nothing is to be published', () => {
    const seen = policyAnswer('example.com', policyText(), {
      tls: { protocol: 'TLSv1.3', trusted: false, error: 'CERT_HAS_EXPIRED', chain: [] },
    })
    const mtaStsPolicyFile = faulty('tls', 'CERT_HAS_EXPIRED', { name: url, via: 'proxy' }, seen)
    const step = stepFor({ facts: { mtaStsPolicyFile } })
    expect(step.heading).toBe('Repair the policy host')
    expect(step.items.map(({ text }) => text)).toEqual(step.items.map(() => undefined))
    expect(step.items.length).toBeGreaterThan(0)
  })

  test('a host without the file', () => {
    const mtaStsPolicyFile = absent('404', { name: url, via: 'proxy' })
    expect(heading({ facts: { mtaStsPolicyFile } })).toBe(
      'Repair the policy host, then serve the policy file, then replace the record',
    )
    expect(heading({ sts: [], facts: { mtaStsPolicyFile } })).toMatch(/then publish the record$/)
  })

  test('a dangling alias comes before all else', () => {
    const name = 'mta-sts.example.com'
    const chain = [{ name, target: 'old.azurewebsites.net', ttl: 300 }]
    const a = nothing(name, 'A', 'nxdomain', { chain })
    const policyHost = found({ ...hostAddresses(name, []), a, aaaa: a }, dnsSource(name, 'A'))
    const mtaStsPolicyFile = absent('no-host', { name: url, via: 'proxy' })
    const step = stepFor({ sts: ['v=STSV1; id=1'], facts: { policyHost, mtaStsPolicyFile } })
    expect(outline(step)).toEqual([
      'fix: Repair the alias `mta-sts.example.com` today, or delete it',
    ])
  })

  test('an enforced policy that does not cover a mail server is tried again', () => {
    const step = stepFor({
      mx: ['10 mail1.example.com', '10 mail2.example.com', '20 new.example.com'],
    })
    expect(step.heading).toBe('Replace the policy file, then the record')
    expect(step.items[0]?.text?.text).toContain('mode: testing\r\n')
    expect(step.why).toContain('does not cover the mail server `new.example.com`')
    expect(step.items[0]?.text?.notes.join()).toContain('goes back to `testing`')
  })

  test('a lifetime that is too short is a matter of file and id', () => {
    const step = stepFor({ policy: policyText({ maxAge: '86400' }) })
    expect(step.heading).toBe('Replace the policy file, then the record')
    expect(step.items[0]?.text?.changes.map(({ was }) => was)).toEqual(['86400'])
  })
})
