import { expect, test } from 'vitest'
import { hostAddresses, mxFact, noHost, nothing } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import type { HostAddresses } from '../../../facts/fact-set.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import {
  all,
  DOMAIN,
  mx,
  noStsRecord,
  policyFile,
  policyText,
  seen,
  stsRecords,
} from '../../example.ts'
import { matchAlias } from './match-alias.ts'
import { matchNames } from './match-names.ts'
import { matchNoMail } from './match-no-mail.ts'
import { matchSending } from './match-sending.ts'

const RECORD = stsRecords('v=STSv1; id=1')
const NO_RECORD = noStsRecord()
const FILE = policyFile(policyText())
const noMx = (host: HostAddresses, how: 'nodata' | 'nxdomain' = 'nodata') =>
  seen('no MX', {
    mx: nothing(DOMAIN, 'MX', how),
    domainAddresses: found(host, { name: DOMAIN, via: 'dns' }),
  })
const WEB = hostAddresses(DOMAIN, ['192.0.2.1'])
const NOTHING = noHost(DOMAIN)
const IMPLICIT = ['warning sts.match.implicit-mx']
const NULL = ['warning sts.match.null-mx']
const NO_MAIL = ['notice sts.match.no-mail']

test.each([
  ['mail servers', all(RECORD, mx('10 mail1.example.com')), []],
  ['no MX, an address, MTA-STS', all(RECORD, noMx(WEB)), IMPLICIT],
  ['the same, with the policy alone', all(NO_RECORD, FILE, noMx(WEB)), IMPLICIT],
  ['no MX, an address, no MTA-STS', all(NO_RECORD, noMx(WEB)), []],
  ['null MX and MTA-STS', all(RECORD, mx('0 .')), NULL],
  ['null MX and a policy file', all(NO_RECORD, FILE, mx('0 .')), NULL],
  ['null MX alone', all(NO_RECORD, mx('0 .')), []],
  ['null MX beside a server is no null MX', all(RECORD, mx('0 .', '10 mail1.example.com')), []],
  ['neither MX nor address', all(NO_RECORD, noMx(NOTHING)), NO_MAIL],
  ['neither, with MTA-STS', all(RECORD, noMx(NOTHING)), NO_MAIL],
  ['the domain does not exist', all(NO_RECORD, noMx(NOTHING, 'nxdomain')), []],
  [
    'addresses that nobody asked for',
    all(RECORD, seen('no MX', { mx: nothing(DOMAIN, 'MX') })),
    [],
  ],
])('%s', (_, example, expected) => expectFindings(matchNoMail, example, expected))

const MAIL = 'mail1.example.com'
const chain = [{ name: MAIL, target: 'host.example.net', ttl: 60 }]
const aliased = {
  mxHosts: found([hostAddresses(MAIL, ['192.0.2.1'], { chain }), hostAddresses('b.example', [])], {
    name: DOMAIN,
    via: 'dns',
  }),
}

test('an alias matters where a policy is followed', () => {
  const policy = (mode: string) => policyFile(policyText({ mode })).facts
  expectFindings(matchAlias, { ...aliased, ...policy('enforce') }, ['warning sts.match.mx-cname'])
  expectFindings(matchAlias, { ...aliased, ...policy('testing') }, ['warning sts.match.mx-cname'])
  expectFindings(matchAlias, { ...aliased, ...policy('none') }, [])
  expect(outcomeOf(matchAlias, aliased).state).toBe('not-applicable')
  expect(findingsFor(matchAlias, { ...aliased, ...policy('enforce') })[0]).toMatchObject({
    about: MAIL,
    args: { host: MAIL, target: 'host.example.net' },
  })
})

test('the visitor says that the domain only sends', () => {
  const says = (value: boolean) => ({ sendsOnly: found(value, { name: DOMAIN, via: 'typed' }) })
  expectFindings(matchSending, says(true), ['notice sts.match.not-needed-sender'])
  expectFindings(matchSending, says(false), [])
  expect(outcomeOf(matchSending, {}).state).toBe('not-applicable')
})

const HINT = 'notice sts.match.provider-hint'

test.each([
  ['own hosts', ['10 mail1.example.com'], []],
  ['an international name', ['10 mail.xn--mller-kva.example'], ['notice sts.match.idn']],
  ['a label that is no international name', ['10 mail.xn--0.example'], []],
  ['Google', ['1 smtp.google.com'], [HINT]],
  ['two hosts of one provider', ['1 aspmx.l.google.com', '5 alt1.aspmx.l.google.com'], [HINT]],
  ['two providers', ['1 smtp.google.com', '5 x.mail.protection.outlook.com'], [HINT, HINT]],
  ['a null MX', ['0 .'], []],
])('names: %s', (_, records, expected) => expectFindings(matchNames, mx(...records), expected))

test('the lines come from what is there', () => {
  const lines = (...records: string[]) =>
    findingsFor(matchNames, { mx: mxFact(DOMAIN, records) })[0]?.args['lines']
  expect(lines('10 x.mail.protection.outlook.com')).toEqual(['mx: *.mail.protection.outlook.com'])
  // `*.mx.microsoft` would cover nothing.
  expect(lines('10 x.j-v1.mx.microsoft')).toEqual(['mx: x.j-v1.mx.microsoft'])
  expect(lines('1 smtp.google.com')).toEqual(['mx: smtp.google.com'])
})
