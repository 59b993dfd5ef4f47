import { expect, test } from 'vitest'
import { dnsSource, mxFact, nothing, txtFact } from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { MailSubdomain, RawFactSet } from '../../../facts/fact-set.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { noStsRecord, stsRecords } from '../../example.ts'
import { recordSubdomain as rule } from './record-subdomain.ts'

const record = stsRecords('v=STSv1; id=1').facts
const timeout = failed('timeout', '', dnsSource('mail.example.com', 'TXT'))
const sub = (part: Partial<MailSubdomain> = {}): MailSubdomain => ({
  name: 'mail.example.com',
  mx: mxFact('mail.example.com', ['10 mail.example.com']),
  mtaStsTxt: nothing('_mta-sts.mail.example.com', 'TXT'),
  tlsRptTxt: nothing('_smtp._tls.mail.example.com', 'TXT'),
  ...part,
})
const subs = (...list: MailSubdomain[]): RawFactSet => ({
  mailSubdomains: found(list, dnsSource('example.com', 'MX')),
})
const notice = 'notice sts.record.subdomain-coverage'

test.each<[string, RawFactSet, string[]]>([
  ['none', subs(), []],
  ['without a record', subs(sub()), [notice]],
  ['with its own record', subs(sub({ mtaStsTxt: txtFact('x', ['v=STSv1; id=2']) })), []],
  ['with another record', subs(sub({ mtaStsTxt: txtFact('x', ['v=spf1 -all']) })), [notice]],
  ['a null MX takes no mail', subs(sub({ mx: mxFact('x', ['0 .']) })), []],
  ['no MX', subs(sub({ mx: nothing('x', 'MX') })), []],
  ['two', subs(sub(), sub({ name: 'lists.example.com' })), [notice, notice]],
])('%s', (_, facts, expected) => expectFindings(rule, { ...record, ...facts }, expected))

test('without MTA-STS on the domain itself there is nothing to extend', () => {
  expectFindings(rule, { ...noStsRecord().facts, ...subs(sub()) }, [])
})

test('the name is told', () => {
  expect(findingsFor(rule, { ...record, ...subs(sub()) })[0]?.args).toEqual({
    name: 'mail.example.com',
  })
})

test('a record that could not be learned is not a missing one', () => {
  const facts = { ...record, ...subs(sub({ mtaStsTxt: timeout })) }
  expect(outcomeOf(rule, facts).state).toBe('unknown')
})
