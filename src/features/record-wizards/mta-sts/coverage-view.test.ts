import { expect, test } from 'vitest'
import {
  coveredWords,
  coverageRows,
  coversNobody,
  triedHost,
  wildcardWords,
} from './coverage-view.ts'

const servers = [
  { host: 'mail1.zimbra.example', foundIn: 'MX 10' },
  { host: 'west.mail1.zimbra.example', foundIn: 'MX 20' },
]

test('each server has the line that covers it; a wildcard stands for one label', () => {
  const rows = coverageRows(servers, '', ['*.zimbra.example'])
  expect(rows.map(({ by }) => by)).toEqual(['*.zimbra.example', null])
  expect(coveredWords(rows)).toBe('1 of 2 mail servers in DNS is covered.')
})

test('what is tried stands last, and does not count', () => {
  const rows = coverageRows(servers, ' New.Zimbra.example. ', ['mail1.zimbra.example'])
  expect(rows.at(-1)).toEqual({
    host: 'new.zimbra.example',
    foundIn: 'typed below',
    by: null,
    isTried: true,
  })
  expect(coveredWords(rows)).toBe('1 of 2 mail servers in DNS is covered.')
  expect(coverageRows(servers, 'mail1.zimbra.example', [])).toHaveLength(2)
})

test.each([
  ['mail.example.com', 'mail.example.com'],
  ['MAIL.example.com.', 'mail.example.com'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['mail', null],
  ['', null],
  ['*.example.com', null],
  ['10 mail.example.com', null],
  ['192.0.2.1', null],
])('%s is tried as %s', (typed, host) => {
  expect(triedHost(typed)).toBe(host)
})

test.each([
  ['west.mail1.zimbra.example', /would not cover it either: .* `west.mail1` is two\.$/],
  ['mail1.zimbra.example', /^`\*\.zimbra\.example` would cover it, and every other name/],
])('%s: what a wildcard would do', (host, words) => {
  expect(wildcardWords(host, 'zimbra.example')).toMatch(words)
})

test('a host elsewhere has nothing to do with the domain’s wildcard', () => {
  expect(wildcardWords('mx.provider.example', 'zimbra.example')).toBeNull()
})

test('a line for nobody of today is told; without servers nothing is', () => {
  expect(coversNobody('old.zimbra.example', servers)).toBe(true)
  expect(coversNobody('*.zimbra.example', servers)).toBe(false)
  expect(coversNobody('old.zimbra.example', [])).toBe(false)
})
