import { describe, expect, test } from 'vitest'
import { dnsSource, nothing, txtFact } from '../../facts/build.ts'
import { failed, type Source } from '../../facts/fact.ts'
import { outline, stepFor } from '../../testing/step-outline.ts'
import { policyText } from '../example.ts'

const headline = (sketch: Parameters<typeof stepFor>[0]) => {
  const { kind, heading } = stepFor(sketch)
  return `${kind}: ${heading}`
}

describe('when all is in order', () => {
  test('in testing: read the reports, then enforce', () => {
    const step = stepFor({ policy: policyText({ mode: 'testing', maxAge: '604800' }) })
    expect(outline(step)).toEqual([
      'advance: Read the TLS reports, then enforce',
      'Read the TLS reports of one or two weeks. Go on when they show no failures.',
      'Serve this file at `https://mta-sts.example.com/.well-known/mta-sts.txt`.',
      '  version: STSv1',
      '  mode: enforce',
      '  mx: mail1.example.com',
      '  mx: mail2.example.com',
      '  max_age: 2592000',
      'Replace the TXT record at `_mta-sts.example.com`. Do not add it beside the old one.',
      '  v=STSv1; id=2026091401',
    ])
  })

  test('in testing for months: the same, and above what is merely not ideal', () => {
    const policy = policyText({ mode: 'testing', maxAge: '604800' })
    const step = stepFor({ policy, sts: ['v=STSv1; id=2026010101'] })
    expect(step.heading).toBe('Read the TLS reports, then enforce')
    expect(step.why).toContain('for months')
  })

  test('on the way out: wait, then remove', () => {
    const policy = policyText({ mode: 'none', maxAge: '86400' })
    expect(headline({ policy })).toBe(
      'advance: Wait until no sender remembers the old policy, then remove MTA-STS',
    )
  })

  test('enforced: nothing', () => {
    expect(headline({})).toBe('done: Nothing to do')
  })
})

describe('a domain that takes no mail', () => {
  test('needs no MTA-STS', () => {
    expect(headline({ mx: ['0 .'], sts: [], policy: null, rpt: [] })).toBe('done: Nothing to do')
  })

  test('takes it back in the safe order where it has one', () => {
    expect(outline(stepFor({ mx: ['0 .'], rpt: [] }))).toEqual([
      'fix: Take MTA-STS back, because the domain takes no mail',
      'Serve this file at `https://mta-sts.example.com/.well-known/mta-sts.txt`.',
      '  version: STSv1',
      '  mode: none',
      '  mx: mail1.example.com',
      '  mx: mail2.example.com',
      '  max_age: 86400',
      'Replace the TXT record at `_mta-sts.example.com`. Do not add it beside the old one.',
      '  v=STSv1; id=2026091401',
      'Keep the record, the host and its certificate until the largest `max_age` that was ever served has passed.',
      'Then delete the TXT record at `_mta-sts.example.com`, and last the host `mta-sts.example.com`.',
    ])
  })
})

describe('what could not be learned', () => {
  const proxy: Source = {
    name: 'https://mta-sts.example.com/.well-known/mta-sts.txt',
    via: 'proxy',
  }
  const mtaStsPolicyFile = failed('proxy', 'the proxy does not answer', proxy)

  test('the policy file: before it is known, no record is put right', () => {
    const step = stepFor({ sts: ['v=STSV1; id=1'], facts: { mtaStsPolicyFile } })
    expect(outline(step)).toEqual([
      'learn: Paste the policy file',
      'Try again in a moment. [retry]',
      'Or run `curl -i https://mta-sts.example.com/.well-known/mta-sts.txt` and paste what it shows. [paste-policy]',
    ])
    expect(step.why).toContain('the proxy does not answer')
  })

  test('the TLS-RPT record: last of all', () => {
    const tlsRptTxt = failed('timeout', '', dnsSource('_smtp._tls.example.com', 'TXT'))
    expect(headline({ facts: { tlsRptTxt } })).toBe('learn: Look up `_smtp._tls.example.com` again')
    expect(headline({ sts: ['v=STSV1; id=1'], facts: { tlsRptTxt } })).toMatch(/^fix: Replace/)
  })

  test('one kind of address of the policy host is enough', () => {
    const host = 'mta-sts.example.com'
    const sketch = stepFor({})
    expect(sketch.kind).toBe('done')
    const silent = failed('timeout', '', dnsSource(host, 'AAAA'))
    const source = dnsSource(host, 'A')
    const policyHost = (a: 'found' | 'failed') => ({
      state: 'found' as const,
      source,
      value: {
        name: host,
        a: a === 'found' ? { state: 'found' as const, value: ['1.0.0.1'], source } : silent,
        aaaa: silent,
      },
    })
    expect(headline({ facts: { policyHost: policyHost('found') } })).toBe('done: Nothing to do')
    expect(headline({ facts: { policyHost: policyHost('failed') } })).toMatch(/^learn: /)
  })
})

describe('what comes before MTA-STS, and after', () => {
  test('a domain that does not exist', () => {
    const mx = nothing('example.com', 'MX')
    expect(headline({ sts: [], policy: null, rpt: [], facts: { mx } })).toMatch(/^fix: Check/)
  })

  test('reports that reach nobody', () => {
    expect(headline({ rpt: ['v=TLSRPTv1; rua=a@b.example'] })).toBe(
      'fix: Replace the TLS-RPT record',
    )
    const rpt = ['v=TLSRPTv1; rua=mailto:a@b.example', 'v=TLSRPTv1; rua=mailto:c@b.example']
    expect(outline(stepFor({ rpt })).slice(0, 3)).toEqual([
      'fix: Keep one TLS-RPT record with all addresses',
      'Replace the TXT record at `_smtp._tls.example.com`. Do not add it beside the old one.',
      '  v=TLSRPTv1; rua=mailto:a@b.example,mailto:c@b.example',
    ])
  })

  test('a warning without a text speaks for itself', () => {
    const name = '_mta-sts.example.com'
    const details = { ttl: 604800, authenticated: true }
    const step = stepFor({
      facts: { mtaStsTxt: txtFact(name, ['v=STSv1; id=2026083101'], details) },
    })
    expect(outline(step)).toEqual(['fix: Set the TTL of the record to 3600 seconds or less'])
    expect(step.why).toContain('Resolvers may keep the record for 7 days. After a change')
  })
})
