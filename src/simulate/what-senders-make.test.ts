import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policyAnswer, policyUrl } from '../facts/build.ts'
import { derive } from '../facts/derive/derive.ts'
import { failed, faulty, found } from '../facts/fact.ts'
import type { RawFactSet } from '../facts/fact-set.ts'
import type { HttpAnswer } from '../protocols/http/answer.ts'
import {
  all,
  noPolicyFile,
  noStsRecord,
  policyFile,
  policyText,
  stsRecords,
} from '../checks/example.ts'
import { SENDERS, whatSendersMake, type SenderRow } from './what-senders-make.ts'

/** Letters of the tables below: y = uses or accepts, n = not, ? = not known, - = not looked at here. */
const READ = ['snawoot', 'tlspol', 'mox', 'stalwart', 'go-mtasts', 'chasquid', 'mailauth'] as const
const LETTER = {
  uses: 'y',
  accepts: 'y',
  'does not use': 'n',
  rejects: 'n',
  'not known': '?',
} as const

const rows = (facts: RawFactSet): SenderRow[] => whatSendersMake(derive(facts)).rows
const read = (facts: RawFactSet): SenderRow[] => rows(facts).slice(0, READ.length)
const letters = (verdicts: (keyof typeof LETTER)[]): string =>
  verdicts.map((verdict) => LETTER[verdict]).join('')

function expectLetters(seen: string, expected: string): void {
  const masked = Array.from(expected, (letter, i) => (letter === '-' ? '-' : seen[i])).join('')
  expect(masked).toBe(expected)
}

const line = (text: string, ...changes: [string | RegExp, string][]): string =>
  changes.reduce((changed, [from, to]) => changed.replace(from, to), text)
const GOOD = policyText({ mx: ['mail1.example.com'] })
const CRLF = '\r\n'

describe('the record: snawoot, tlspol, mox, stalwart, go-mtasts, chasquid, mailauth', () => {
  test.each([
    ['a good one', ['v=STSv1; id=1'], 'yyyyyyy'],
    ['a final semicolon', ['v=STSv1; id=1;'], 'yyyyyyy'],
    ['version in the wrong case', ['v=STSV1; id=1'], 'nnnynny'],
    ['version after the id', ['id=1; v=STSv1'], 'nnnyynn'],
    ['blanks around the equals sign', ['v = STSv1; id=1'], 'nnnynnn'],
    ['a blank before the semicolon', ['v=STSv1 ; id=1'], 'yyyyyny'],
    ['another version', ['v=STSv2; id=1'], 'nnnnnnn'],
    ['no semicolon', ['v=STSv1 id=1'], 'nnnnnnn'],
    ['a hyphen in the id', ['v=STSv1; id=2026-08-31'], 'ynnyyyy'],
    ['an underscore in the id', ['v=STSv1; id=2026_1'], 'ynnyyyy'],
    ['33 characters of id', [`v=STSv1; id=${'1'.repeat(33)}`], 'ynnyyyy'],
    ['no id', ['v=STSv1;'], 'nnnnnyn'],
    ['a doubled semicolon', ['v=STSv1;; id=1'], 'ynnyyyy'],
    ['blanks at the end', ['v=STSv1; id=1 '], 'ynnyyyy'],
    ['a field without equals sign', ['v=STSv1; id=1; hello'], 'ynnynyy'],
    ['two good ones', ['v=STSv1; id=1', 'v=STSv1; id=2'], 'nnn?nyn'],
    ['a stray beside it', ['v=STSv1; id=1', 'v=spf1 -all'], 'yyyynyy'],
    ['only a stray', ['v=spf1 -all'], 'nnnnnnn'],
  ])('%s', (_, records, expected) => {
    const facts = stsRecords(...records).facts
    expectLetters(letters(read(facts).map(({ record }) => record.verdict)), expected)
  })

  test('none, and none that could be looked up', () => {
    const verdicts = (facts: RawFactSet) => letters(read(facts).map(({ record }) => record.verdict))
    expect(verdicts(noStsRecord().facts)).toBe('nnnnnnn')
    expect(verdicts({})).toBe('???????')
  })
})

describe('the text of the policy', () => {
  test.each([
    ['the canonical one', GOOD, 'yyyyyyy'],
    ['line feeds only', GOOD.replaceAll(CRLF, '\n'), 'yyyyyyy'],
    ['no final line break', GOOD.trimEnd(), 'yyyyyyy'],
    ['version in the wrong case', line(GOOD, ['STSv1', 'STSV1']), 'nnnynnn'],
    ['mode in the wrong case', line(GOOD, ['enforce', 'Enforce']), 'nnnnnny'],
    ['a key in the wrong case', line(GOOD, ['mode', 'Mode']), 'nnnynny'],
    ['a blank line inside', line(GOOD, [CRLF, CRLF + CRLF]), 'ynnynyy'],
    ['a second final line break', GOOD + CRLF, 'ynnynyy'],
    ['a byte-order mark', `\ufeff${GOOD}`, 'nnnynny'],
    ['max_age above the maximum', line(GOOD, [/max_age: \d+/, 'max_age: 63072000']), 'nyyyyyn'],
    ['max_age beyond 32 bits', line(GOOD, [/max_age: \d+/, 'max_age: 9999999999']), 'nynyyyn'],
    ['max_age with a unit', line(GOOD, [/max_age: \d+/, 'max_age: 7d']), 'nnnynnn'],
    ['no max_age', line(GOOD, [/max_age: \d+\r\n/, '']), 'nnnynnn'],
    ['max_age 0', line(GOOD, [/max_age: \d+/, 'max_age: 0']), 'yyyyyny'],
    ['mode none without mx', policyText({ mode: 'none', mx: [] }), 'yyynyny'],
    ['enforce without mx', policyText({ mx: [] }), 'nnnnnnn'],
    ['no version', line(GOOD, [/version.*\r\n/, '']), 'nnnynnn'],
    ['no mode', line(GOOD, [/mode.*\r\n/, '']), 'nnnynny'],
    ['an unknown field', `${GOOD}contact: x${CRLF}`, 'yyyyyyy'],
    ['a colon in its value', `${GOOD}note: see http://x${CRLF}`, 'yyyynyy'],
    ['a bad name of an extension', `${GOOD}my field: x${CRLF}`, 'ynnyyyy'],
    ['an extension without value', `${GOOD}note:${CRLF}`, 'ynnyyyy'],
    ['a line without colon', `${GOOD}hello${CRLF}`, 'ynnynyy'],
    ['a comment', `# mine${CRLF}${GOOD}`, 'ynnynyy'],
    ['an indented line', line(GOOD, ['mode:', '  mode:']), 'nnnynyy'],
    ['a blank before the colon', line(GOOD, ['mode:', 'mode :']), 'nnnynyy'],
    ['an address in brackets', line(GOOD, ['mail1.example.com', '[192.0.2.1]']), 'ynnyyyy'],
    ['an address', line(GOOD, ['mail1.example.com', '192.0.2.1']), 'yn?yyyy'],
    ['a final dot', line(GOOD, ['mail1.example.com', 'mail1.example.com.']), 'yynyyyy'],
    ['a U-label', line(GOOD, ['mail1.example.com', 'müller.example']), 'nnnyyyy'],
    ['letters beyond ASCII in an extension', `${GOOD}note: grüße${CRLF}`, 'nyyyyyy'],
    ['nothing', '', 'nnnnnnn'],
    ['a web page', '<!doctype html>\n<html></html>\n', 'nnnnnnn'],
  ])('%s', (_, text, expected) => {
    const seen = read(policyFile(text).facts).map(({ policy }) => policy.verdict)
    expectLetters(letters(seen), expected)
  })

  test('bytes that are no UTF-8', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(GOOD), 0xff])
    const seen = read(policyFile(bytes).facts).map(({ policy }) => policy.verdict)
    expectLetters(letters(seen), 'nnnn---')
  })
})

describe('what a sender holds afterwards', () => {
  const effect = (text: string, id: string) =>
    rows(policyFile(text).facts).find((row) => row.id === id)?.policy.effect
  const twice = `${GOOD}mode: none${CRLF}`
  const long = line(GOOD, [/max_age: \d+/, 'max_age: 63072000'])

  test.each([
    ['postfix-mta-sts-resolver', 'none'],
    ['postfix-tlspol', 'enforce'],
    ['mox', 'enforce'],
    ['stalwart', 'none'],
    ['go-mtasts', 'none'],
  ])('%s takes of two modes: %s', (id, mode) => expect(effect(twice, id)?.mode).toBe(mode))

  test.each([
    ['postfix-tlspol', 31_557_600],
    ['mox', 63_072_000],
    ['stalwart', 86_400],
    ['go-mtasts', 63_072_000],
  ])('%s keeps a policy of two years for %i seconds', (id, seconds) =>
    expect(effect(long, id)?.maxAge).toBe(seconds),
  )

  test.each([
    ['3599', 86_400],
    ['3600', 3600],
    ['31557599', 31_557_599],
    ['31557600', 86_400],
  ])('Stalwart with max_age %s keeps it for %i seconds', (maxAge, seconds) =>
    expect(effect(policyText({ maxAge }), 'stalwart')?.maxAge).toBe(seconds),
  )

  test('Stalwart without a mode has none, with a U-label its A-label', () => {
    expect(effect(line(GOOD, [/mode.*\r\n/, '']), 'stalwart')?.mode).toBe('none')
    expect(effect(policyText({ mx: ['*.müller.example'] }), 'stalwart')?.mx).toEqual([
      '*.xn--mller-kva.example',
    ])
  })

  test('a line without colon takes the next key with it at Stalwart', () => {
    expect(effect(`# mine${CRLF}${line(GOOD, [/^.*\r\n/, ''])}`, 'stalwart')?.mode).toBe('none')
  })
})

describe('the answer', () => {
  const verdicts = (details: Partial<HttpAnswer>) =>
    letters(read(policyFile(GOOD, details).facts).map(({ policy }) => policy.verdict))

  test.each<[string, Partial<HttpAnswer>, string]>([
    ['another media type', { mediaType: 'application/octet-stream' }, 'nnyynny'],
    ['a media type in capitals', { mediaType: 'Text/Plain; charset=UTF-8' }, 'yyyyyyy'],
    ['a redirect', { status: 301, location: 'https://www.example.com/' }, 'nnn?nnn'],
    ['status 404', { status: 404 }, 'nnnynnn'],
    ['status 206', { status: 206 }, 'nnnynny'],
    ['more than 64 KB', { bytes: 65_536, truncated: true }, 'nnn??y?'],
    [
      'an untrusted certificate',
      { tls: { protocol: 'TLSv1.3', trusted: false, chain: [] } },
      'nnnnnnn',
    ],
    ['an unknown charset', { mediaType: 'text/plain; charset=x-mac' }, 'nyyyyyy'],
    ['Latin 1', { mediaType: 'text/plain; charset=iso-8859-1' }, 'yyyyyyy'],
  ])('%s', (_, details, expected) => expect(verdicts(details)).toBe(expected))

  test('no media type', () => {
    const { mediaType: _, ...bare } = policyAnswer('example.com', GOOD)
    const source = { name: policyUrl('example.com'), via: 'proxy' } as const
    const seen = read({ mtaStsPolicyFile: found(bare, source) }).map(({ policy }) => policy.verdict)
    expect(letters(seen)).toBe('nnyynny')
  })

  test('facts in every state', () => {
    const source = { name: policyUrl('example.com'), via: 'proxy' } as const
    const of = (facts: RawFactSet) => letters(read(facts).map(({ policy }) => policy.verdict))
    expect(of({ mtaStsPolicyFile: failed('timeout', 'no answer', source) })).toBe('???????')
    expect(of({ mtaStsPolicyFile: faulty('refused', 'port 443 is closed', source) })).toBe(
      'nnnnnnn',
    )
    expect(of({ mtaStsPolicyFile: { state: 'absent', how: 'no-host', source } })).toBe('nnnnnnn')
    expect(of(noPolicyFile().facts)).toBe('nnnnnnn')
    expect(of({})).toBe('???????')
  })
})

describe('the table', () => {
  const baseline = all(stsRecords('v=STSv1; id=1'), policyFile(policyText()))

  test('where everything is right nobody parts from the strict sender', () => {
    const table = whatSendersMake(derive(baseline.facts))
    expect(table.strict).toEqual({ usesRecord: true, acceptsPolicy: true })
    expect(table.rows.filter(({ differs }) => differs)).toEqual([])
  })

  test('as the talk prints it: two senders are lenient about the record', () => {
    const { strict, rows } = whatSendersMake(derive(stsRecords('v=STSV1; id=2022051001;').facts))
    expect(strict).toEqual({ usesRecord: false, acceptsPolicy: null })
    expect(rows.filter(({ differs }) => differs).map(({ id }) => id)).toEqual([
      'stalwart',
      'mailauth',
    ])
  })

  test('a lifetime that a sender does not take as it stands', () => {
    const { rows } = whatSendersMake(derive(policyFile(policyText({ maxAge: '31557600' })).facts))
    expect(rows.filter(({ differs }) => differs).map(({ id }) => id)).toEqual(['stalwart'])
  })

  test('senders that nobody can read are not known, and say so', () => {
    const closed = rows(baseline.facts).filter((row) => row.read === null)
    expect(closed.map(({ id }) => id)).toEqual(['gmail', 'microsoft-365', 'yahoo'])
    for (const { record, policy, notes } of closed) {
      expect([record.verdict, policy.verdict]).toEqual(['not known', 'not known'])
      expect(notes).toHaveLength(1)
    }
  })

  test('Postfix comes with the version that changed what is compared, where it matters', () => {
    const notes = (mode: string, mx: string[]) =>
      rows(policyFile(policyText({ mode, mx })).facts).find(({ id }) => id === 'postfix-tlspol')
        ?.notes
    expect(notes('enforce', ['a.example'])?.join()).toContain('3.10.5')
    expect(notes('enforce', ['*.example'])).toHaveLength(2)
    expect(notes('testing', ['*.example'])).toEqual([])
  })

  test('every sender says when and where it was read', () => {
    expect(new Set(SENDERS.map(({ id }) => id)).size).toBe(SENDERS.length)
    for (const { read, source } of SENDERS.slice(0, READ.length)) {
      expect(read).toMatch(/^\d{4}-\d{2}$/)
      expect(source).toContain('github.com/')
    }
  })

  test('no bytes make a model throw', () => {
    const part = fc.constantFrom(
      'version',
      ':',
      ' ',
      '\n',
      '\r',
      'STSv1',
      'mx',
      '*.',
      '=',
      ';',
      'v',
      '\0',
      '\ufeff',
      'ü',
    )
    const text = fc.oneof(
      fc.array(part).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, fc.uint8Array({ maxLength: 400 }), (record, body) => {
        rows(all(stsRecords(record), policyFile(body)).facts)
        rows(all(stsRecords(record, 'v=STSv1; id=1'), policyFile(record)).facts)
      }),
    )
  })
})
