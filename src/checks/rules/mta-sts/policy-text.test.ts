/** What the text of the policy file gives, judged by all rules about the file at once. */
import { describe, expect, test } from 'vitest'
import { policyFileFact } from '../../../facts/build.ts'
import { findingsOfAll, judgeAll } from '../../../testing/judge-all.ts'
import { POLICY_RULES } from './policy-list.ts'

const BASE = [
  'version: STSv1',
  'mode: testing',
  'mx: mail1.example.com',
  'mx: mail2.example.com',
  'max_age: 604800',
  '',
].join('\r\n')

const facts = (body: string | Uint8Array) => ({
  mtaStsPolicyFile: policyFileFact('example.com', body),
})
const judged = (body: string | Uint8Array) => judgeAll(POLICY_RULES, facts(body)).sort()
const TESTING = 'notice sts.policy.mode-testing'

test('the canonical file in testing mode is in testing mode', () => {
  expect(judged(BASE)).toEqual([TESTING])
  expect(judged(BASE.replaceAll('\r\n', '\n'))).toEqual([TESTING])
  expect(judged(BASE.replaceAll(': ', ':\t'))).toEqual([TESTING])
  expect(judged(BASE.replace('mail1', 'MAIL1'))).toEqual([TESTING])
  expect(judged(BASE.replace('604800', '0000604800'))).toEqual([TESTING])
})

describe('nothing but one finding, the mode being unreadable', () => {
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...Array.from(BASE).flatMap((c) => [c.charCodeAt(0), 0]),
  ])
  const latin1 = Uint8Array.from([...new TextEncoder().encode(`${BASE}note: caf`), 0xe9, 10])
  test.each([
    ['empty', '', 'error sts.policy.empty'],
    ['line ends alone', '\r\n\r\n', 'error sts.policy.empty'],
    ['UTF-16', utf16, 'error sts.policy.encoding'],
    ['Latin-1', latin1, 'error sts.policy.encoding'],
    ['NBSP', BASE.replace('mode: ', 'mode:\u00a0'), 'error sts.policy.non-ascii'],
    ['NUL in the mode', BASE.replace('test', 'te\0st'), 'error sts.policy.ctl'],
    ['Mode', BASE.replace('mode: testing', 'Mode: enforce'), 'error sts.policy.key-case'],
    ['policy', BASE.replace('mode: testing', 'policy: enforce'), 'error sts.policy.key-typo'],
    ['mode enforce', BASE.replace('mode: testing', 'mode enforce'), 'error sts.policy.syntax'],
    ['no mode', BASE.replace('mode: testing\r\n', ''), 'error sts.policy.mode-missing'],
    ['mode: Enforce', BASE.replace('testing', 'Enforce'), 'error sts.policy.mode-value'],
    ['mode: test', BASE.replace('testing', 'test'), 'error sts.policy.mode-value'],
    ['mode: report', BASE.replace('testing', 'report'), 'error sts.policy.mode-value'],
    ['mode: enforced', BASE.replace('testing', 'enforced'), 'error sts.policy.mode-value'],
  ])('%s', (_, body, finding) => expect(judged(body)).toEqual([finding]))

  test('a web page is the matter of another rule', () => {
    expect(judged('<!DOCTYPE html><html><body>x</body></html>')).toEqual([])
  })
})

describe('one finding more than the canonical file', () => {
  test.each([
    ['a byte-order mark', `\ufeff${BASE}`, 'error sts.policy.bom'],
    ['old Macintosh line ends', BASE.replaceAll('\r\n', '\r'), 'error sts.policy.ctl'],
    ['mixed line ends', BASE.replace('\r\n', '\n'), 'notice sts.policy.line-endings'],
    ['an empty line', BASE.replace('\r\n', '\r\n\r\n'), 'error sts.policy.blank-line'],
    ['a line of blanks', BASE.replace('\r\n', '\r\n \t\r\n'), 'error sts.policy.blank-line'],
    ['an empty line at the end', `${BASE}\r\n`, 'error sts.policy.trailing-blank-lines'],
    ['three of them', `${BASE}\r\n\r\n\r\n`, 'error sts.policy.trailing-blank-lines'],
    ['no line end', BASE.trimEnd(), 'notice sts.policy.no-final-newline'],
    ['indentation', BASE.replace('mx:', '  mx:'), 'error sts.policy.leading-blank'],
    ['a tab before a line', BASE.replace('max', '\tmax'), 'error sts.policy.leading-blank'],
    [
      'a blank before the colon',
      BASE.replace('mode:', 'mode :'),
      'error sts.policy.space-before-colon',
    ],
    [
      'blanks at every line end',
      BASE.replaceAll('\r\n', ' \t\r\n'),
      'notice sts.policy.trailing-wsp',
    ],
    ['#', `# my policy\r\n${BASE}`, 'error sts.policy.comment'],
    ['; indented', `${BASE}  ; x\r\n`, 'error sts.policy.comment'],
    ['//', `${BASE}// http://x\r\n`, 'error sts.policy.comment'],
    ['<!-- above', `<!-- x -->\r\n${BASE}`, 'error sts.policy.comment'],
    ['<!-- below', `${BASE}<!-- x -->\r\n`, 'error sts.policy.comment'],
    ['mx = a', BASE.replace('mx:', 'mx ='), 'error sts.policy.syntax'],
    ['mx;a', BASE.replace(/mx: .*\r\nmx: .*\r\n/, 'mx;a\r\n'), 'error sts.policy.syntax'],
    ['a field without value', `${BASE}note:\r\n`, 'error sts.policy.syntax'],
    [
      'MX alone',
      BASE.replaceAll(/mx: .*\r\n/g, '').concat('MX: a\r\n'),
      'error sts.policy.key-case',
    ],
    ['MX beside mx', `${BASE}MX: a\r\n`, 'warning sts.policy.key-case'],
    ['Max_Age', BASE.replace('max_age: 604800', 'Max_Age: 1'), 'error sts.policy.key-case'],
    ['max-age', BASE.replace('max_age: 604800', 'max-age: 86400'), 'error sts.policy.key-typo'],
    ['maxage', BASE.replace('max_age', 'maxage'), 'error sts.policy.key-typo'],
    ['max_ag', BASE.replace('max_age', 'max_ag'), 'error sts.policy.key-typo'],
    ['mxs', BASE.replaceAll(/mx: .*\r\n/g, '').concat('mxs: a\r\n'), 'error sts.policy.key-typo'],
    ['max-age beside max_age', `${BASE}max-age: 1\r\n`, 'warning sts.policy.key-typo'],
    ['no version', BASE.replace('version: STSv1\r\n', ''), 'error sts.policy.version-missing'],
    ['v', BASE.replace('version', 'v'), 'error sts.policy.version-missing'],
    ['STSV1, as on the slides', BASE.replace('STSv1', 'STSV1'), 'error sts.policy.version-value'],
    ['STSv1;', BASE.replace('STSv1', 'STSv1;'), 'error sts.policy.version-value'],
    ['1', BASE.replace('STSv1', '1'), 'error sts.policy.version-value'],
    ['another order', `${BASE.slice(16)}${BASE.slice(0, 16)}`, 'notice sts.policy.version-first'],
    ['two versions', `${BASE}version: STSv1\r\n`, 'warning sts.policy.dup-field'],
    ['two modes', `${BASE}mode: enforce\r\n`, 'warning sts.policy.dup-field'],
    ['a bad second mode', `${BASE}mode: Test\r\n`, 'warning sts.policy.dup-field'],
    ['a bad second max_age', `${BASE}max_age: 99999999999\r\n`, 'warning sts.policy.dup-field'],
    ['contact: x', `${BASE}contact: x\r\n`, 'notice sts.policy.unknown-field'],
    ['a tab in an extension', `${BASE}note: a\tb\r\n`, 'error sts.policy.ctl'],
    ['an accent in a name', `${BASE}nöte: x\r\n`, 'error sts.policy.non-ascii'],
  ])('%s', (_, body, finding) => expect(judged(body)).toEqual([finding, TESTING].sort()))
})

describe('several findings', () => {
  test.each([
    [
      'a legal field that maddy cannot read',
      `${BASE}note: see http://x\r\n`,
      ['notice sts.policy.unknown-field', 'warning sts.policy.colon-in-value', TESTING],
    ],
    [
      'a legal field that the Postfix resolver cannot read',
      `${BASE}note: café\r\n`,
      ['notice sts.policy.unknown-field', 'warning sts.policy.non-ascii', TESTING],
    ],
    [
      'the record in place of the file',
      'v=STSv1; id=2026083101\n',
      [
        'error sts.policy.max-age-missing',
        'error sts.policy.mode-missing',
        'error sts.policy.mx-missing',
        'error sts.policy.syntax',
      ],
    ],
    [
      'one thing after the other',
      '\ufeffversion: STSV1\n\nMode: enforce\n mx: a.example\nmx: b.example.\nmax_age: 7d',
      [
        'error sts.policy.blank-line',
        'error sts.policy.bom',
        'error sts.policy.key-case',
        'error sts.policy.leading-blank',
        'error sts.policy.max-age-syntax',
        'error sts.policy.mx-trailing-dot',
        'error sts.policy.version-value',
        'notice sts.policy.no-final-newline',
      ],
    ],
  ])('%s', (_, body, findings) => expect(judged(body)).toEqual([...findings].sort()))
})

test('the same slip on every line is told often enough', () => {
  const body = BASE + '# x\r\n'.repeat(1000)
  expect(judged(body).filter((finding) => finding.endsWith('comment'))).toHaveLength(20)
})

test('a finding stands at its place, and is about the file', () => {
  const [finding] = findingsOfAll(POLICY_RULES, facts(BASE.replace('mode:', 'Mode:')))
  expect(finding).toMatchObject({
    id: 'sts.policy.key-case',
    about: 'https://mta-sts.example.com/.well-known/mta-sts.txt',
    spot: { fact: 'mtaStsPolicyFile', index: 0, start: 16, end: 20 },
    args: { seen: 'Mode', expected: 'mode' },
  })
})

test('a file that nobody gets is not judged', () => {
  const source = {
    name: 'https://mta-sts.example.com/.well-known/mta-sts.txt',
    via: 'proxy',
  } as const
  const absent = { state: 'absent', how: '404', source } as const
  expect(findingsOfAll(POLICY_RULES, { mtaStsPolicyFile: absent })).toEqual([])
})
