import { describe, expect, test } from 'vitest'
import { policyText } from '../../../checks/example.ts'
import { run, type Outcome } from '../../../checks/run.ts'
import { RULES } from '../../../checks/catalogue.ts'
import {
  dnsSource,
  hostAddresses,
  mxFact,
  noHost,
  policyFileFact,
  policyUrl,
  txtFact,
} from '../../../facts/build.ts'
import { failed, found, type Fact, type Source } from '../../../facts/fact.ts'
import type { MxHost, RawFactSet } from '../../../facts/fact-set.ts'
import { readDomainInput } from '../../../protocols/dns/domain-input.ts'
import { checkState, type CheckState } from './check-state.ts'
import { findingKeys } from './finding-keys.ts'
import { mailServerRows } from './mail-server-rows.ts'
import { markedTexts } from './marked-texts.ts'
import { reachOf } from './reach.ts'
import { outcomeWords, ruleOutcomes } from './rule-outcomes.ts'
import { sourceWords } from './source-words.ts'
import { spotWords } from './spot-words.ts'
import { tally, tallyWords } from './tally.ts'
import { askedWords, unknownItems } from './unknown-items.ts'
import { verdictLines } from './verdict-line.ts'

const DOMAIN = 'example.com'
const STS = `_mta-sts.${DOMAIN}`

function state(facts: RawFactSet, pending: (keyof RawFactSet)[] = []): CheckState {
  const result = readDomainInput(DOMAIN)
  if (!result.ok) throw new Error('not a domain')
  return checkState(result.input, facts, new Set(pending))
}

const record = (text: string): RawFactSet => ({ mtaStsTxt: txtFact(STS, [text]) })
const dns = (name: string): Source => ({ name, via: 'dns' })
const lost = (reason: 'timeout' | 'bogus' | 'offline' | 'cors', name: string): Fact<never> =>
  failed(reason, '', { ...dnsSource(name, 'MX'), name })
const mxHosts = (...hosts: Parameters<typeof hostAddresses>[]): Fact<MxHost[]> =>
  found(
    hosts.map(([name, addresses]) => hostAddresses(name, addresses)),
    dns(DOMAIN),
  )

describe('a spot in words', () => {
  const wordsOf = (facts: RawFactSet, id: string) => {
    const known = state(facts)
    const spot = known.findings.find((finding) => finding.id === id)?.spot
    if (spot === undefined) throw new Error(`no spot of ${id}`)
    return spotWords(known.facts, spot)
  }

  test('one line: column, what stands there, what was expected', () => {
    expect(wordsOf(record('v=STSV1; id=2026083101'), 'sts.record.version-case')).toBe(
      'Column 1: `v=STSV1`. Expected: `v=STSv1`.',
    )
  })

  test('several lines: the line too', () => {
    const file = policyFileFact(DOMAIN, policyText({ maxAge: '31557600' }))
    expect(wordsOf({ mtaStsPolicyFile: file }, 'sts.policy.max-age-at-maximum')).toMatch(
      /^Line 5, column \d+: `/,
    )
  })
})

test('a text has its findings beside their lines, and every spot marked', () => {
  const file = policyFileFact(DOMAIN, policyText({ maxAge: '31557600' }))
  const [text, ...others] = markedTexts(state({ mtaStsPolicyFile: file }), 'mtaStsPolicyFile')
  expect(others).toEqual([])
  if (text === undefined) throw new Error('one text')
  expect(text.lines.get(5)?.map(({ id }) => id)).toContain('sts.policy.max-age-at-maximum')
  expect(text.marks).toContainEqual({
    start: text.text.indexOf('31557600'),
    end: text.text.indexOf('31557600') + 8,
    tone: 'warning',
  })
})

test('findings of one id have addresses of their own', () => {
  const known = state({ mtaStsTxt: txtFact(STS, ['v=STSV1; id=1', 'v=STSV1; id=2']) })
  const keys = [...findingKeys(known.findings).values()]
  expect(new Set(keys).size).toBe(known.findings.length)
  expect(keys).toContain('sts.record.version-case-2')
})

describe('verdicts in one sentence', () => {
  const line = (known: CheckState, name: string) => {
    const wanted = verdictLines(known).find((one) => one.name === name)
    if (wanted === undefined) throw new Error(`no line for ${name}`)
    return wanted
  }

  test('an error is told by its finding', () => {
    const known = state(record('v=STSV1; id=2026083101'))
    expect(line(known, 'MTA-STS')).toMatchObject({ standing: 'error' })
    expect(line(known, 'MTA-STS').sentence).toContain('`v=STSV1`')
  })

  test('nothing published is no error', () => {
    const known = state({
      mtaStsTxt: { state: 'absent', how: 'nxdomain', source: dnsSource(STS, 'TXT') },
    })
    expect(line(known, 'MTA-STS')).toMatchObject({ standing: 'absent' })
    expect(line(known, 'MTA-STS').sentence).toContain(`\`${STS}\``)
  })

  test('what could not be learned is named', () => {
    const file = failed('timeout', '', { name: policyUrl(DOMAIN), via: 'proxy' })
    const known = state({ ...record('v=STSv1; id=2026083101'), mtaStsPolicyFile: file })
    expect(line(known, 'MTA-STS')).toMatchObject({
      standing: 'unknown',
      sentence: 'We could not learn the policy file',
    })
  })

  test('while answers are out, what is in and what is not', () => {
    const known = state(record('v=STSv1; id=2026083101'), ['mtaStsPolicyFile', 'mx'])
    expect(line(known, 'MTA-STS')).toMatchObject({
      standing: 'asking',
      sentence: 'The record is in. Waiting for the policy file and the MX records',
    })
  })

  test('mail servers are counted', () => {
    const hosts = ['mail1.example.com', 'mail2.example.com'] as const
    const known = state({
      mx: mxFact(DOMAIN, [`10 ${hosts[0]}`, `20 ${hosts[1]}`]),
      mxHosts: mxHosts([hosts[0], ['8.8.8.8']], [hosts[1], ['8.8.4.4']]),
    })
    expect(line(known, 'MX')).toMatchObject({
      standing: 'pass',
      sentence: 'Two mail servers, all with addresses',
    })
  })
})

describe('totals', () => {
  test('count findings and what could not be checked', () => {
    const facts = { ...record('v=STSV1; id=2026083101'), mx: lost('timeout', DOMAIN) }
    expect(tally(state(facts).report)).toMatchObject({ errors: 1, unknown: 1, crashed: 0 })
  })

  test('leave out what there is none of', () => {
    const none = { errors: 0, warnings: 0, notices: 0, unknown: 0, crashed: 0 }
    expect(tallyWords({ ...none, errors: 1, notices: 2 })).toEqual(['1 error', '2 notices'])
    expect(tallyWords({ ...none, unknown: 1 })).toEqual(['1 thing could not be checked'])
    expect(tallyWords({ ...none, crashed: 2 })).toEqual(['2 rules failed: our bug'])
    expect(tallyWords({ ...none, notices: 1 })).toEqual(['No errors', 'no warnings', '1 notice'])
  })
})

describe('rules without findings', () => {
  test('passed, not applicable, not judged and crashed are four different things', () => {
    const facts = { ...record('v=STSv1; id=2026083101') }
    const known = state({ ...facts, mtaStsPolicyFile: lost('timeout', policyUrl(DOMAIN)) })
    const sorted = ruleOutcomes(known.report, ['mta-sts'])
    expect(sorted.passed.map(({ id }) => id)).toContain('sts.record.version')
    expect(sorted.unknown.length).toBeGreaterThan(0)
    expect(outcomeWords(sorted)).toMatch(
      /^\d+ other rules ran and found nothing\. \d+ do not apply\. \d+ could not be judged\.$/,
    )
    const outcomes: Outcome[] = run(RULES, {}).map((outcome) =>
      outcome.rule === 'sts.record.version'
        ? { rule: outcome.rule, state: 'crashed', message: 'Error: x' }
        : outcome,
    )
    const crashed = ruleOutcomes({ ...known.report, outcomes }, ['mta-sts']).crashed
    expect(crashed.map(({ rule, message }) => `${rule.id} ${message}`)).toEqual([
      'sts.record.version Error: x',
    ])
  })

  test('numbers agree with their words', () => {
    const none = { passed: [], notApplicable: [], unknown: [], crashed: [] }
    expect(outcomeWords(none)).toBe('No other rule ran.')
  })
})

describe('what could not be checked', () => {
  test('parts of one fact that failed alike are one item', () => {
    const host = (name: string) => ({
      name,
      a: lost('timeout', name),
      aaaa: lost('timeout', name),
    })
    const facts: RawFactSet = {
      mxHosts: found([host('a.example.com'), host('b.example.com')], dns(DOMAIN)),
    }
    const items = unknownItems(state(facts).report)
    expect(items.map(({ title }) => title)).toEqual(['Two questions could not be answered'])
    expect(items[0]).toMatchObject({
      section: 'mx',
      asked: ['`MX` of `a.example.com`', '`MX` of `b.example.com`'],
    })
  })

  test('says whom we asked', () => {
    const [item] = unknownItems(state({ mtaStsPolicyFile: lost('cors', policyUrl(DOMAIN)) }).report)
    if (item === undefined) throw new Error('one item')
    expect(item.aboutDomain).toBe(false)
    expect(askedWords(item, 'this page', 'dns.example')).toMatch(
      /^The policy host, from this page itself\./,
    )
  })

  test('broken signatures are the domain’s own', () => {
    const [item] = unknownItems(state({ mx: lost('bogus', DOMAIN) }).report)
    expect(item?.aboutDomain).toBe(true)
  })

  test('nothing, a part or all of the questions were answered', () => {
    const mx = mxFact(DOMAIN, ['10 mail1.example.com'])
    const soa = lost('timeout', DOMAIN)
    expect(reachOf({ mx })).toBe('whole')
    expect(reachOf({ mx, soa })).toBe('part')
    expect(reachOf({ soa, ns: lost('offline', DOMAIN) })).toBe('none')
    expect(reachOf({ mx, soa: lost('bogus', DOMAIN) })).toBe('whole')
  })
})

describe('mail servers', () => {
  const facts = (policy?: string): CheckState =>
    state({
      mx: mxFact(DOMAIN, ['20 b.example.com', '10 aspmx.l.google.com']),
      mxHosts: found(
        [hostAddresses('aspmx.l.google.com', ['8.8.8.8']), noHost('b.example.com')],
        dns(DOMAIN),
      ),
      ...(policy === undefined ? {} : { mtaStsPolicyFile: policyFileFact(DOMAIN, policy) }),
    })

  test('stand in the order in which they are tried, with addresses and provider', () => {
    const rows = mailServerRows(facts().facts)
    expect(rows.map(({ host, without }) => `${host} ${without ?? ''}`)).toEqual([
      'aspmx.l.google.com ',
      'b.example.com the name does not exist',
    ])
    expect(rows[0]?.provider).toContain('Google')
    expect(rows.every(({ match }) => match === null)).toBe(true)
  })

  test.each([
    ['enforce', 'error'],
    ['testing', 'warning'],
  ])('one that no line covers, mode %s: %s', (mode, standing) => {
    const rows = mailServerRows(facts(policyText({ mode, mx: ['*.l.google.com'] })).facts)
    expect(rows.map(({ match }) => match)).toEqual([
      { standing: 'pass', line: '*.l.google.com' },
      { standing, line: null },
    ])
  })
})

test('a source tells who said it, when, for how long, and by which aliases', () => {
  const chain = [{ name: STS, target: 'sts.example.net', ttl: 300 }]
  const source = dnsSource(STS, 'TXT', { resolver: 'dns.google', ttl: 60, chain })
  expect(sourceWords({ ...source, time: '2026-09-14T10:42:07.123Z' })).toBe(
    `From \`dns.google\`, 10:42:07\u00a0UTC, TTL\u00a060. 1 alias followed: \`${STS}\` leads to \`sts.example.net\` (TTL\u00a0300).`,
  )
  expect(sourceWords({ name: 'x', via: 'pasted' })).toBe('Pasted by you.')
})
