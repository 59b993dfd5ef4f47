import { describe, expect, test } from 'vitest'
import { dnsSource } from '../../facts/build.ts'
import { failed } from '../../facts/fact.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'
import type { DomainSketch } from '../../testing/domain-facts.ts'
import { outline, stepFor } from '../../testing/step-outline.ts'
import { bimiRecords, LOGO, NAME, RECORD } from '../rules/bimi/examples.ts'
import { dmarcRecords } from '../rules/dmarc/examples.ts'

const RUA = 'rua=mailto:d@example.com'
const GOOD = `v=DMARC1; p=reject; ${RUA}`

function step(dmarc: string[], bimi: string[], more: Partial<DomainSketch> = {}) {
  const facts: RawFactSet = {
    ...dmarcRecords(...dmarc).facts,
    ...(bimi.length > 0 ? bimiRecords(...bimi).facts : {}),
    ...more.facts,
  }
  return stepFor({ ...more, facts })
}

const READ =
  'Read the DMARC reports of two or three weeks. Go on when all services that send mail for you pass.'
const replace = (name: string) =>
  `Replace the TXT record at \`${name}\`. Do not add it beside the old one.`

describe('a logo that cannot show', () => {
  test('for DMARC that only watches: raise it', () => {
    expect(outline(step([`v=DMARC1; p=none; ${RUA}`], [RECORD]))).toEqual([
      'fix: Raise the DMARC policy',
      READ,
      replace('_dmarc.example.com'),
      `  v=DMARC1; p=quarantine; ${RUA}`,
    ])
  })

  test('for a letter: the text to copy', () => {
    const { why } = step([GOOD], [`v=BIMl1; l=${LOGO}`])
    expect(why).toContain('only looks like')
    expect(outline(step([GOOD], [`v=BIMl1; l=${LOGO}`]))).toEqual([
      'fix: Replace the BIMI record',
      replace(NAME),
      `  v=BIMI1; l=${LOGO}`,
    ])
  })

  test('for both: DMARC first, in one step', () => {
    const both = step([`v=DMARC1; p=none; ${RUA}`], [`v=bimi1; l=${LOGO}`])
    expect(outline(both)).toEqual([
      'fix: Raise the DMARC policy, then replace the BIMI record',
      READ,
      replace('_dmarc.example.com'),
      `  v=DMARC1; p=quarantine; ${RUA}`,
      replace(NAME),
      `  v=BIMI1; l=${LOGO}`,
    ])
    expect(both.why).toContain('DMARC first')
  })

  test('without any DMARC: begin with reports', () => {
    expect(outline(step([], [RECORD])).slice(0, 3)).toEqual([
      'fix: Publish the DMARC record',
      'Publish this TXT record at `_dmarc.example.com`.',
      '  v=DMARC1; p=none; rua=mailto:dmarc@example.com',
    ])
  })

  test('for faults of DMARC that no text resolves: those before the BIMI record', () => {
    const two = step(['v=DMARC1; p=none', 'v=DMARC1; p=reject'], [`v=bimi1; l=${LOGO}`])
    expect(two.heading).toBe('Keep one and delete the others')
    expect(two.why).toContain('DMARC records')
  })

  test('at a domain that takes no mail and sends', () => {
    const quiet = { mx: ['0 .'], sts: [], policy: null, rpt: [] }
    expect(step(['v=DMARC1; p=none'], [RECORD], quiet).heading).toBe('Raise the DMARC policy')
    expect(step([GOOD], [RECORD], quiet).heading).toBe('Nothing to do')
  })
})

describe('the place among the other steps', () => {
  test('after errors of MTA-STS and of reports', () => {
    const weak = [`v=DMARC1; p=none; ${RUA}`]
    expect(step(weak, [RECORD], { sts: ['v=STSV1; id=1'] }).heading).toBe(
      'Replace the policy file, then the record',
    )
    expect(step(weak, [RECORD], { rpt: ['v=TLSRPTv1; rua=a@b.example'] }).heading).toBe(
      'Replace the TLS-RPT record',
    )
  })

  test('before MTA-STS begins', () => {
    const none = { sts: [], policy: null, rpt: [] }
    expect(step([`v=DMARC1; p=none; ${RUA}`], [RECORD], none).heading).toBe(
      'Raise the DMARC policy',
    )
    expect(step([GOOD], [RECORD], none).heading).toBe('Begin with MTA-STS in testing mode')
  })

  test('a domain without a logo owes BIMI nothing; no DMARC at all is the last thing', () => {
    expect(step([`v=DMARC1; p=none; ${RUA}`], []).heading).toBe('Nothing to do')
    expect(outline(step([], []))).toEqual([
      'start: Publish the DMARC record',
      'Publish this TXT record at `_dmarc.example.com`.',
      '  v=DMARC1; p=none; rua=mailto:dmarc@example.com',
    ])
  })

  test('a warning about DMARC has its text', () => {
    const bare = step([`v=DMARC1; p=reject; rua=d@example.com`], [])
    expect(outline(bare)).toEqual([
      'fix: Replace the DMARC record',
      replace('_dmarc.example.com'),
      `  ${GOOD}`,
    ])
  })
})

describe('what could not be learned', () => {
  test('is asked again', () => {
    const bimiTxt = failed('timeout', '', dnsSource(NAME, 'TXT'))
    expect(outline(step([GOOD], [], { facts: { bimiTxt } }))).toEqual([
      `learn: Look up \`${NAME}\` again`,
      'Try again in a moment. [retry]',
    ])
  })

  test('a logo that could not be fetched', () => {
    const indicator = failed('proxy', '', { name: LOGO, via: 'proxy' })
    const { kind, heading } = step([GOOD], [RECORD], { facts: { indicator } })
    expect(`${kind}: ${heading}`).toBe('learn: Fetch the files of the BIMI record again')
  })
})

test('all is in order', () => {
  expect(step([GOOD], [RECORD]).kind).toBe('done')
})
