import type { Rule } from '../../checks/rule.ts'
import type { FactName } from '../../facts/fact-set.ts'

/** What each fact is, as a visitor would look it up. */
const FACT_WORDS: Partial<Record<FactName, string>> = {
  now: 'the present time',
  subject: 'the name as it was typed',
  mx: 'MX of the domain',
  mxHosts: 'addresses of each mail server',
  domainAddresses: 'addresses of the domain itself',
  domainTxt: 'TXT of the domain itself',
  dmarcTxt: 'TXT at `_dmarc.<domain>`',
  mtaStsTxt: 'TXT at `_mta-sts.<domain>`',
  mtaStsElsewhere: 'TXT at names where the MTA-STS record is published by mistake',
  policyHost: 'addresses of `mta-sts.<domain>`',
  underscoreHost: 'addresses of `_mta-sts.<domain>`',
  mtaStsPolicyFile: 'the answer of `mta-sts.<domain>`',
  tlsRptTxt: 'TXT at `_smtp._tls.<domain>`',
  tlsRptElsewhere: 'TXT at names where the TLS-RPT record is published by mistake',
  tlsRptTargets: 'the hosts that reports are sent to',
  soa: 'SOA of the domain',
  ns: 'name servers of the domain',
  ds: 'DS at the parent zone',
  mailSubdomains: 'names below the domain that take mail',
  wildcard: 'a name that nobody chose',
  caa: 'CAA of the policy host and the mail servers',
  previous: 'the last check, kept in this browser',
  sendsOnly: 'whether the domain only sends mail',
  dmarcAbove: 'TXT at `_dmarc.` before the names above the domain',
  dmarcElsewhere: 'TXT at names where the DMARC record is published by mistake',
  dmarcConsents: 'the consent of other domains to take reports',
  dmarcRecord: 'TXT at `_dmarc.<domain>`',
  dmarc: 'the DMARC records from the domain upwards',
  bimiQuestion: 'the selector, and the address that mail comes from',
  bimiTxt: 'TXT at `<selector>._bimi.<domain>`',
  bimiOrgTxt: 'TXT at `<selector>._bimi.` before the organizational domain',
  bimiLocalPartTxt: 'TXT at the selector made of the local part',
  bimiPrefixes: 'TXT at selectors made of local parts',
  bimiElsewhere: 'TXT at names where the assertion record is published by mistake',
  logoDocument: 'the file of the logo',
  bimiHosts: 'addresses of the hosts of the logo and the certificate',
  indicator: 'the answer of the logo’s address',
  evidence: 'the answer of the certificate’s address',
  bimiRecord: 'TXT at `<selector>._bimi.<domain>`',
  bimiAssertion: 'the assertion record that applies',
  mtaStsRecord: 'TXT at `_mta-sts.<domain>`',
  mtaStsPolicy: 'the policy file',
  policyAnswer: 'the answer of `mta-sts.<domain>`',
  policyTls: 'the certificate of `mta-sts.<domain>`',
  tlsRptRecord: 'TXT at `_smtp._tls.<domain>`',
  tlsa: 'TLSA at `_25._tcp.` before each mail server',
  tlsaElsewhere: 'TLSA at names where it is published by mistake',
  headers: 'the header of a received message',
  lookups: 'every DNS answer of the check',
}

/** The facts that a rule looks at, needed ones first: "TXT at `_mta-sts.<domain>`, the policy file". */
export function looksAt(rule: Rule): string {
  const names = [...rule.needs, ...(rule.known ?? []), ...(rule.reads ?? [])]
  return [...new Set(names.flatMap((name) => FACT_WORDS[name] ?? []))].join(', ')
}
