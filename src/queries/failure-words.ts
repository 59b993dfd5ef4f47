import type { Absent, FailedReason, FaultyReason } from '../facts/fact.ts'

/** What kept us from learning, as the end of a sentence about whom we asked. Says nothing about the domain. */
const FAILED: Record<FailedReason, string> = {
  timeout: 'did not answer in time',
  servfail: 'could not get an answer from the domain’s name servers',
  bogus: 'refuses the answer, because its DNSSEC signatures do not hold',
  rcode: 'declined to answer',
  resolver: 'could not be reached or answered with something else than DNS',
  proxy: 'could not be reached or answered with an error',
  offline: 'not asked: this browser is offline',
  cors: 'the browser may not show the page what came back',
  'rate-limited': 'asks for a pause: too many questions in a short time',
  'private-address': 'found a private address, and does not connect to those',
  unreachable: 'could not connect',
  interrupted: 'lost the connection before the answer was complete',
  cancelled: 'not waited for: you stopped asking',
}

/** The same in two or three words, for a step of a chain. */
const BRIEFLY: Record<FailedReason, string> = {
  timeout: 'no answer in time',
  servfail: 'name servers do not answer',
  bogus: 'signatures do not hold',
  rcode: 'the resolver declined',
  resolver: 'resolver not reached',
  proxy: 'proxy not reached',
  offline: 'this browser is offline',
  cors: 'not readable from a page',
  'rate-limited': 'asked too often',
  'private-address': 'a private address',
  unreachable: 'host not reached',
  interrupted: 'the answer broke off',
  cancelled: 'you stopped asking',
}

/** What the other side did that its specification forbids. */
const FAULTY: Record<FaultyReason, string> = {
  tls: 'certificate or TLS not accepted',
  redirect: 'redirects',
  status: 'answers with another status than 200',
  'media-type': 'is sent as another media type',
  'too-large': 'is larger than is read',
  unparseable: 'cannot be read',
  refused: 'refuses the connection',
  'not-http': 'does not speak HTTP',
  'alias-loop': 'alias leads back to itself',
}

const ABSENT: Record<Absent<never>['how'], string> = {
  nxdomain: 'the name does not exist',
  nodata: 'no such record at this name',
  '404': '404, no file there',
  'no-host': 'the host has no address',
}

export function failedWords(reason: FailedReason): string {
  return FAILED[reason]
}

export function failedBriefly(reason: FailedReason): string {
  return BRIEFLY[reason]
}

export function faultyWords(reason: FaultyReason): string {
  return FAULTY[reason]
}

export function absentWords(how: Absent<never>['how']): string {
  return ABSENT[how]
}

/** Reasons that a second try may cure. */
export function worthAnotherTry(reason: FailedReason): boolean {
  return reason !== 'cors' && reason !== 'private-address' && reason !== 'bogus'
}
