import { describe, expect, test } from 'vitest'
import { policyText } from '../../../checks/example.ts'
import {
  hostAddresses,
  mxFact,
  noHost,
  nothing,
  policyAnswer,
  policyFileFact,
  policyUrl,
  txtFact,
} from '../../../facts/build.ts'
import { failed, faulty, found, type Source } from '../../../facts/fact.ts'
import type { RawFacts, RawFactSet } from '../../../facts/fact-set.ts'
import { readDomainInput } from '../../../protocols/dns/domain-input.ts'
import { checkState, type CheckState } from './check-state.ts'
import { mtaStsChain } from './mta-sts-chain.ts'
import { tlsRptChain } from './tls-rpt-chain.ts'

const DOMAIN = 'example.com'
const HOST = `mta-sts.${DOMAIN}`
const dns = (name: string): Source => ({ name, via: 'dns' })
const proxy: Source = { name: policyUrl(DOMAIN), via: 'proxy' }

function state(facts: RawFactSet, pending: (keyof RawFacts)[] = []): CheckState {
  const result = readDomainInput(DOMAIN)
  if (!result.ok) throw new Error('not a domain')
  return checkState(result.input, facts, new Set(pending))
}

const good: RawFactSet = {
  mx: mxFact(DOMAIN, ['10 mail1.example.com', '20 mail2.example.com']),
  mtaStsTxt: txtFact(`_mta-sts.${DOMAIN}`, ['v=STSv1; id=2026083101']),
  policyHost: found(hostAddresses(HOST, ['8.8.8.8', '2001:4860:4860::8888']), dns(HOST)),
  mtaStsPolicyFile: policyFileFact(DOMAIN, policyText()),
}

/** Each step as `Record: pass, on`. */
const walked = (known: CheckState) =>
  mtaStsChain(known).map(({ title, standing, link }) => `${title}: ${standing}, ${link}`)

const step = (known: CheckState, title: string) => {
  const wanted = mtaStsChain(known).find((one) => one.title === title)
  if (wanted === undefined) throw new Error(`no step ${title}`)
  return wanted
}

describe('the chain of MTA-STS', () => {
  test('a good domain leads on from step to step', () => {
    expect(walked(state(good)).filter((line) => !line.startsWith('Certificate'))).toEqual([
      'Record: pass, on',
      'Policy host: pass, on',
      'File: pass, on',
      'MX match: pass, on',
    ])
    expect(step(state(good), 'Record').detail).toBe('`id=2026083101`')
    expect(step(state(good), 'Policy host').detail).toBe('one A, one AAAA')
    expect(step(state(good), 'File').detail).toBe('`mode: enforce`')
    expect(step(state(good), 'MX match').detail).toBe('2 of 2 match')
  })

  test('a record that strict senders do not see cuts it', () => {
    const record = txtFact(`_mta-sts.${DOMAIN}`, ['v=STSV1; id=2022051001;'])
    expect(step(state({ ...good, mtaStsTxt: record }), 'Record')).toMatchObject({
      standing: 'error',
      link: 'cut',
      detail: '`v=STSV1`',
      note: 'strict senders stop here',
    })
  })

  test('a mail server that no line covers is counted', () => {
    const policy = policyFileFact(DOMAIN, policyText({ mx: ['mail1.example.com'] }))
    expect(step(state({ ...good, mtaStsPolicyFile: policy }), 'MX match')).toMatchObject({
      standing: 'error',
      detail: '1 of 2 match',
    })
  })

  test('while the answers are out it says who is asked, and what waits for what', () => {
    const early = state({}, ['mtaStsTxt', 'policyHost', 'mtaStsPolicyFile', 'mx'])
    expect(mtaStsChain(early).map(({ standing, detail }) => `${standing}: ${detail}`)).toEqual([
      'asking: the resolver',
      'asking: the resolver',
      'asking: with the file',
      'asking: the policy host',
      'waiting: for the file',
    ])
  })

  test('a policy host that could not be reached is not the domain’s fault', () => {
    const file = failed('timeout', 'no answer in 10 s', proxy)
    const known = state({ ...good, mtaStsPolicyFile: file })
    expect(step(known, 'File')).toMatchObject({ standing: 'unknown', link: 'open' })
    expect(step(known, 'Certificate').standing).toBe('unknown')
    expect(step(known, 'MX match').standing).toBe('not-applicable')
  })

  test('nothing published', () => {
    const known = state({
      mx: good.mx,
      mtaStsTxt: nothing(`_mta-sts.${DOMAIN}`, 'TXT'),
      policyHost: found(noHost(HOST), dns(HOST)),
      mtaStsPolicyFile: { state: 'absent', how: 'no-host', source: proxy },
    } as RawFactSet)
    expect(walked(known)).toEqual([
      'Record: absent, open',
      'Policy host: absent, open',
      'Certificate: not-applicable, open',
      'File: absent, open',
      'MX match: not-applicable, open',
    ])
  })

  test('a null MX has nothing to match', () => {
    const known = state({ ...good, mx: mxFact(DOMAIN, ['0 .']) })
    expect(step(known, 'MX match').detail).toBe('takes no mail')
  })

  test('an untrusted certificate cuts it, with the reason of the TLS library', () => {
    const tls = { protocol: 'TLSv1.3', trusted: false, error: 'CERT_HAS_EXPIRED', chain: [] }
    const seen = policyAnswer(DOMAIN, policyText(), { tls })
    const file = faulty('tls', 'CERT_HAS_EXPIRED', proxy, seen)
    expect(step(state({ ...good, mtaStsPolicyFile: file }), 'Certificate')).toMatchObject({
      standing: 'error',
      detail: '`CERT_HAS_EXPIRED`',
    })
  })

  test('a certificate that only this browser saw, and one that nobody saw', () => {
    const by = (via: Source['via']) =>
      state({
        ...good,
        mtaStsPolicyFile: found(policyAnswer(DOMAIN, policyText()), { ...proxy, via }),
      })
    expect(step(by('page'), 'Certificate').standing).toBe('pass')
    expect(step(by('pasted'), 'Certificate').standing).toBe('unknown')
  })
})

describe('the chain of TLS-RPT', () => {
  const name = `_smtp._tls.${DOMAIN}`

  test('no record: nothing to read an address from', () => {
    const steps = tlsRptChain(state({ tlsRptTxt: nothing(name, 'TXT') }))
    expect(steps.map(({ title, standing }) => `${title}: ${standing}`)).toEqual([
      'Record: absent',
      'Address: not-applicable',
    ])
  })

  test('while it is asked for', () => {
    const steps = tlsRptChain(state({}, ['tlsRptTxt', 'tlsRptTargets']))
    expect(steps.map(({ standing }) => standing)).toEqual(['asking', 'asking'])
  })
})
