import { expect, test } from 'vitest'
import { policyAnswer, policyUrl } from '../../../facts/build.ts'
import { failed, faulty } from '../../../facts/fact.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { noPolicyFile, policyFile, policyText } from '../../example.ts'
import { wordsOf } from '../../rule.ts'
import { fetchAnswer as rule } from './fetch-answer.ts'

const GOOD = policyText()
const source = { name: policyUrl('example.com'), via: 'proxy' } as const
const PAGE = '<!DOCTYPE html>\n<html></html>'
const CHALLENGE = '<!DOCTYPE html><title>Just a moment...</title>'

test.each([
  [200, GOOD, []],
  [301, '', ['error sts.fetch.redirect']],
  [302, PAGE, ['error sts.fetch.redirect']],
  [304, '', ['error sts.fetch.redirect']],
  [308, '', ['error sts.fetch.redirect']],
  [201, GOOD, ['error sts.fetch.status']],
  [204, '', ['error sts.fetch.status']],
  [206, GOOD, ['error sts.fetch.status']],
  [403, PAGE, ['error sts.fetch.status']],
  [404, PAGE, ['error sts.fetch.status']],
  [503, 'down', ['error sts.fetch.status']],
  [403, CHALLENGE, ['error sts.fetch.bot-block']],
  [503, CHALLENGE, ['error sts.fetch.bot-block']],
  [200, CHALLENGE, ['error sts.fetch.bot-block']],
  [200, PAGE, ['error sts.fetch.html-body']],
  [200, '   <svg/>', ['error sts.fetch.html-body']],
  [200, '', []], // empty: a matter of the policy
  [200, 'note: see hcaptcha.com\nversion: STSv1', []], // words in a policy are no challenge
])('status %i', (status, body, expected) =>
  expectFindings(rule, policyFile(body, { status }), expected),
)

test('facts in every state', () => {
  const moved = policyAnswer('example.com', '', { status: 301, location: '/x' })
  expectFindings(rule, { mtaStsPolicyFile: faulty('redirect', '301', source, moved) }, [
    'error sts.fetch.redirect',
  ])
  const late = policyAnswer('example.com', GOOD)
  expectFindings(rule, { mtaStsPolicyFile: faulty('tls', 'expired', source, late) }, [])
  expectFindings(rule, noPolicyFile(), ['error sts.fetch.status'])
  expectFindings(rule, { mtaStsPolicyFile: { state: 'absent', how: 'no-host', source } }, [])
  const timeout = failed('timeout', 'no answer', source)
  expect(outcomeOf(rule, { mtaStsPolicyFile: timeout }).state).toBe('unknown')
  const refused = faulty<never>('refused', 'port 443', source)
  expect(outcomeOf(rule, { mtaStsPolicyFile: refused }).state).toBe('not-applicable')
})

test.each([
  ['https://mta-sts.example.com/.well-known/mta-sts.txt', []],
  ['https://mta-sts.example.com/mta-sts.txt', ['error sts.fetch.path']],
  ['https://mta-sts.example.com/.well-known/MTA-STS.txt', ['error sts.fetch.path']],
  ['https://mta-sts.example.com/.well-known/mta-sts.txt?v=2', ['error sts.fetch.path']],
  ['mta-sts.txt', []], // a file name, not an address
])('taken from %s', (url, expected) => expectFindings(rule, policyFile(GOOD, { url }), expected))

test('the words fit the status', () => {
  const advice = (status: number) => {
    const [finding] = findingsFor(rule, policyFile('', { status }))
    return finding === undefined ? '' : wordsOf(rule, finding).advice
  }
  expect(advice(404)).toContain('/.well-known/mta-sts.txt')
  expect(advice(403)).toContain('firewall')
  expect(advice(500)).toContain('error log')
  expect(advice(204)).toContain('status 200')
})

test('the first line of a page is the spot', () => {
  expect(findingsFor(rule, policyFile(PAGE))[0]?.spot).toEqual({
    fact: 'mtaStsPolicyFile',
    index: 0,
    start: 0,
    end: 15,
  })
})
