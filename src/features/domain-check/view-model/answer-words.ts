import type { Fact } from '../../../facts/fact.ts'
import type { TlsaHost } from '../../../facts/dane-facts.ts'
import type { HostAddresses, RawFacts, ValueOf } from '../../../facts/fact-set.ts'
import type { TxtRecord } from '../../../protocols/dns/records.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { countOf, inWords, listed } from '../../../ui/count.ts'
import { absentWords, failedWords, faultyWords } from '../../../queries/failure-words.ts'

type Words = { [Name in keyof RawFacts]?: (value: ValueOf<Name>) => string }

/** What a question was answered with, without any judgement: facts carry no colour. */
const FOUND: Words = {
  now: (value) => new Date(value).toISOString(),
  subject: ({ domain }) => `\`${domain}\``,
  mx: (records) =>
    records.length === 1 && records[0]?.exchange === ''
      ? 'null MX: takes no mail'
      : countOf(records.length, 'name'),
  mxHosts: hostsWords,
  domainAddresses: hostWords,
  domainTxt: txtWords,
  mtaStsTxt: txtWords,
  mtaStsElsewhere: elsewhere,
  policyHost: hostWords,
  underscoreHost: hostWords,
  mtaStsPolicyFile: fileWords,
  tlsRptTxt: txtWords,
  tlsRptElsewhere: elsewhere,
  tlsRptTargets: (targets) => countOf(targets.length, 'report address', 'report addresses'),
  dmarcTxt: txtWords,
  dmarcAbove: elsewhere,
  dmarcElsewhere: elsewhere,
  dmarcConsents: (consents) => {
    const given = consents.filter(({ txt }) => txt.state === 'found').length
    return `${inWords(given)} of ${inWords(consents.length)} ${given === 1 ? 'agrees' : 'agree'}`
  },
  bimiQuestion: ({ selector }) => `selector ${code(selector)}`,
  bimiTxt: txtWords,
  bimiOrgTxt: txtWords,
  bimiLocalPartTxt: txtWords,
  bimiPrefixes: elsewhere,
  bimiElsewhere: elsewhere,
  bimiHosts: hostsWords,
  indicator: fileWords,
  evidence: fileWords,
  tlsa: tlsaWords,
  tlsaElsewhere: tlsaWords,
  soa: ([first]) => (first === undefined ? 'nothing' : `zone of ${code(first.primary)}`),
  ns: (names) => countOf(names.length, 'name server'),
  ds: (records) => countOf(records.length, 'DS record'),
  mailSubdomains: (names) =>
    names.length === 0 ? 'none' : listed(names.map(({ name }) => code(name))),
  wildcard: ({ txt, mtaStsTxt }) =>
    txt.state === 'found' || mtaStsTxt?.state === 'found'
      ? 'a wildcard answers'
      : 'no wildcard answers',
  caa: (climbs) => countOf(climbs.length, 'CAA set'),
  previous: ({ time }) => `last seen ${time.slice(0, 10)}`,
  sendsOnly: (value) => (value ? 'you say that it only sends' : 'you say that it takes mail'),
}

export function answerWords<Name extends keyof RawFacts>(
  name: Name,
  fact: Fact<ValueOf<Name>>,
): string {
  switch (fact.state) {
    case 'found':
      return foundWords(name, fact.value)
    case 'absent':
      return absentWords(fact.how)
    case 'faulty':
      return faultyWords(fact.reason)
    case 'failed':
      return failedWords(fact.reason)
  }
}

function foundWords<Name extends keyof RawFacts>(name: Name, value: ValueOf<Name>): string {
  const words = FOUND[name]
  if (words !== undefined) return words(value)
  return Array.isArray(value) ? countOf(value.length, 'answer') : 'answered'
}

function addressCount({ a, aaaa }: HostAddresses): number {
  return [a, aaaa].reduce((sum, fact) => sum + (fact.state === 'found' ? fact.value.length : 0), 0)
}

function hostsWords(hosts: readonly HostAddresses[]): string {
  const without = hosts.filter((host) => addressCount(host) === 0).length
  const all = countOf(hosts.length, 'host')
  return without === 0 ? `${all} with addresses` : `${all}, ${inWords(without)} without address`
}

function hostWords(host: HostAddresses): string {
  const part = (type: string, fact: Fact<string[]>) =>
    fact.state === 'found'
      ? `${inWords(fact.value.length)} ${type}`
      : fact.state === 'failed'
        ? `${type} not learned`
        : `no ${type}`
  return `${part('A', host.a)}, ${part('AAAA', host.aaaa)}`
}

function txtWords(records: readonly TxtRecord[]): string {
  const [only] = records
  return records.length === 1 && only !== undefined
    ? code(only.text)
    : countOf(records.length, 'record')
}

function elsewhere(names: readonly { name: string; txt: Fact<TxtRecord[]> }[]): string {
  const there = names.filter(({ txt }) => txt.state === 'found').map(({ name }) => code(name))
  return there.length === 0 ? 'nothing there' : `TXT at ${listed(there)}`
}

function fileWords({ status, mediaType, bytes }: HttpAnswer): string {
  const type = mediaType === undefined ? '' : code(mediaType)
  return [String(status), type, `${bytes}\u00a0bytes`].filter((part) => part !== '').join(', ')
}

function tlsaWords(hosts: readonly TlsaHost[]): string {
  const there = hosts.filter(({ tlsa }) => tlsa.state === 'found').length
  if (hosts.length === 0) return 'no mail server to ask for'
  return there === 0 ? 'none' : `at ${inWords(there)} of ${countOf(hosts.length, 'mail server')}`
}

/** Text from outside as code in our small mark-up: a backtick in it would end the code. */
function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ')}\``
}
