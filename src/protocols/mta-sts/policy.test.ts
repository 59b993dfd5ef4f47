import { describe, expect, test } from 'vitest'
import { MAX_AGE_LIMIT, parseStsPolicy, type StsPolicyProblem } from './policy.ts'

const codes = (input: string | Uint8Array) => parseStsPolicy(input).problems.map(({ code }) => code)
const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) =>
  Uint8Array.from(Array.from(text).flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))

const LINES = {
  version: 'version: STSv1',
  mode: 'mode: testing',
  mx1: 'mx: mail1.example.com',
  mx2: 'mx: mail2.example.com',
  maxAge: 'max_age: 604800',
}

/** The canonical file with some lines replaced, removed (null) or added. */
function file(changes: Partial<Record<keyof typeof LINES | 'more', string | null>> = {}): string {
  const lines = Object.values({ ...LINES, more: null, ...changes })
  return lines.flatMap((line) => (line === null ? [] : [`${line}\r\n`])).join('')
}

test('the canonical file', () => {
  expect(parseStsPolicy(file())).toEqual({
    text: file(),
    ours: true,
    problems: [],
    value: {
      mode: 'testing',
      mx: ['mail1.example.com', 'mail2.example.com'],
      maxAge: 604800,
      extensions: [],
    },
    fields: {
      mode: { value: 'testing', span: { start: 22, end: 29 } },
      maxAge: { value: 604800, span: { start: 86, end: 92 } },
      mx: [
        { value: 'mail1.example.com', span: { start: 35, end: 52 } },
        { value: 'mail2.example.com', span: { start: 58, end: 75 } },
      ],
    },
  })
})

describe('files that a strict sender uses', () => {
  const rows: [why: string, text: string | Uint8Array, ...problems: StsPolicyProblem[]][] = [
    ['LF only', file().replaceAll('\r\n', '\n')],
    ['both line ends', file().replace('\r\n', '\n'), 'line-endings'],
    ['no line end at the end', file().slice(0, -2), 'no-final-newline'],
    ['no blank after the colon', file().replaceAll(': ', ':')],
    ['tabs after the colon', file().replaceAll(': ', ':\t \t')],
    ['blanks at a line end', file({ mode: 'mode: testing \t ' }), 'trailing-wsp'],
    ['bytes', utf8(file())],
    ['another order', file({ version: null, more: LINES.version }), 'version-first'],
    [
      'none without mx, its first mode being none',
      file({ mode: 'mode: none', mx1: null, mx2: null, more: 'mode: enforce' }),
      'dup-field',
    ],
    [
      'MX where none is needed',
      file({ mode: 'mode: none', mx1: 'MX: a', mx2: null }),
      'key-case-beside',
    ],
    ['none without mx', file({ mode: 'mode: none', mx1: null, mx2: null })],
    ['capital letters in a host', file({ mx1: 'mx: Mail1.Example.COM' })],
    ['ten digits', file({ maxAge: 'max_age: 0000604800' })],
    ['no caching at all', file({ maxAge: 'max_age: 0' })],
    ['the limit', file({ maxAge: `max_age: ${MAX_AGE_LIMIT}` })],
    ['an unknown field', file({ more: 'contact: x' }), 'unknown-field'],
    ['blanks inside its value', file({ more: 'note: a  b' }), 'unknown-field'],
    ['a colon in it', file({ more: 'note: see http://x' }), 'unknown-field', 'colon-in-value'],
    ['UTF-8 in it', file({ more: 'note: café' }), 'unknown-field', 'non-ascii-extension'],
    ['NBSP in it', file({ more: 'note: a\u00a0' }), 'unknown-field', 'non-ascii-extension'],
    ['a repeated mode', file({ more: 'mode: enforce' }), 'dup-field'],
    ['a bad repeated mode', file({ more: 'mode: report' }), 'dup-field'],
    ['a bad repeated max_age', file({ more: 'max_age: 1y' }), 'dup-field'],
    ['a repeated mode without value', file({ more: 'mode:' }), 'dup-field'],
    ['the key twice, once misspelt', file({ more: 'Mode: enforce' }), 'key-case-beside'],
    ['max-age beside max_age', file({ more: 'max-age: 1' }), 'key-typo-beside'],
    ['a name that is one letter off', file({ more: 'code: enforce' }), 'unknown-field'],
    ['four numbers', file({ mx2: 'mx: 192.0.2.1' }), 'mx-ip-domain'],
  ]
  test.each(rows.map(([why, text, ...problems]) => [why, text, problems] as const))(
    '%s',
    (_, text, problems) => {
      expect(codes(text)).toEqual(problems)
      expect(parseStsPolicy(text).value).not.toBeNull()
    },
  )
})

describe('files that a strict sender does not use', () => {
  const rows: [why: string, text: string | Uint8Array, ...problems: StsPolicyProblem[]][] = [
    ['a byte-order mark', `\ufeff${file()}`, 'bom'],
    ['the same as bytes', utf8(`\ufeff${file()}`), 'bom'],
    ['UTF-16 with its mark', bytes(0xff, 0xfe, ...utf16(file())), 'encoding'],
    ['UTF-16, the other way round', bytes(0xfe, 0xff, 0, 0x76), 'encoding'],
    ['UTF-16 without a mark', utf16(file()), 'encoding'],
    ['Latin-1', bytes(...utf8(file()), 0x6e, 0x3a, 0xe9, 10), 'encoding'],
    ['half a surrogate pair', file({ more: 'note: \ud800' }), 'encoding'],
    ['NBSP after a colon', file({ mode: 'mode:\u00a0testing' }), 'non-ascii'],
    ['curly quotes', file({ mode: 'mode: “testing”' }), 'non-ascii'],
    ['a full-width colon', file({ mode: 'mode： testing' }), 'non-ascii'],
    ['NBSP before a name', file({ mode: '\u00a0mode: testing' }), 'non-ascii'],
    ['an accent in a name', file({ more: 'nöte: x' }), 'non-ascii'],
    ['old Macintosh line ends', file().replaceAll('\r\n', '\r'), 'ctl'],
    ['doubled CR', file().replaceAll('\r\n', '\r\r\n'), 'ctl'],
    ['one lone CR', file({ version: 'version: STSv1\rmode: testing', mode: null }), 'ctl'],
    ['NUL', file({ mode: 'mode: test\0ing' }), 'ctl'],
    ['form feed', file({ more: '\fnote: x' }), 'ctl'],
    ['DEL', file({ mx2: 'mx: mail2\x7f.example.com' }), 'ctl'],
    ['a tab inside an extension', file({ more: 'note: a\tb' }), 'ctl'],
    ['an empty line', file({ mode: '\r\nmode: testing' }), 'blank-line'],
    ['two empty lines in a row', file({ mode: '\r\n \t\r\nmode: testing' }), 'blank-line'],
    ['an empty line at the top', `\n${file().replaceAll('\r\n', '\n')}`, 'blank-line'],
    ['an empty line at the end', `${file()}\r\n`, 'trailing-blank-lines'],
    ['blanks at the end', `${file()}  `, 'trailing-blank-lines'],
    ['indentation', file({ mx1: '  mx: mail1.example.com' }), 'leading-blank'],
    ['indented and wrong', file({ mode: '\tmode: Testing' }), 'leading-blank'],
    ['a blank before the colon', file({ mode: 'mode : enforce' }), 'space-before-colon'],
    ['the same in an extension', file({ more: 'note\t: x' }), 'space-before-colon'],
    ['a comment', file({ more: '# my policy' }), 'comment'],
    ['an indented comment', file({ more: '  // my pólicy' }), 'comment'],
    ['a semicolon comment', `; x\r\n${file()}`, 'comment'],
    ['an HTML comment at the top', `<!-- x -->\r\n${file()}`, 'comment'],
    ['an equals sign', file({ mx2: 'mx = mail2.example.com' }), 'syntax'],
    ['no colon', file({ mode: 'mode enforce' }), 'syntax'],
    ['a semicolon', file({ mx1: 'mx;a', mx2: null }), 'syntax'],
    ['the record', file({ version: 'v=STSv1; id=1' }), 'syntax'],
    ['no name', file({ more: ': x' }), 'syntax'],
    ['an empty extension', file({ more: 'note:  ' }), 'syntax'],
    ['a long name', file({ more: `${'n'.repeat(33)}: x` }), 'syntax'],
    ['a bad name', file({ more: '_note: x' }), 'syntax'],
    ['Mode', file({ mode: 'Mode: enforce' }), 'key-case'],
    ['MX', file({ mx1: 'MX: a', mx2: null }), 'key-case'],
    ['Max_Age', file({ maxAge: 'Max_Age: 1' }), 'key-case'],
    ['max-age', file({ maxAge: 'max-age: 86400' }), 'key-typo'],
    ['maxage', file({ maxAge: 'maxage: 86400' }), 'key-typo'],
    ['max_ag', file({ maxAge: 'max_ag: 86400' }), 'key-typo'],
    ['max age', file({ maxAge: 'max age: 86400' }), 'key-typo'],
    ['Max-Age', file({ maxAge: 'Max-Age: 86400' }), 'key-typo'],
    ['mxs', file({ mx1: 'mxs: a', mx2: null }), 'key-typo'],
    ['policy', file({ mode: 'policy: enforce' }), 'key-typo'],
    ['mdoe', file({ mode: 'mdoe: enforce' }), 'key-typo'],
    ['vesion', file({ version: 'vesion: STSv1' }), 'key-typo'],
    ['JSON', '{"version": "STSv1"}\n', 'key-typo', 'mode-missing', 'max-age-missing', 'mx-missing'],
    ['no version', file({ version: null }), 'version-missing'],
    ['the version of a record', file({ version: 'v: STSv1' }), 'version-missing'],
    ['another case, as on the slides', file({ version: 'version: STSV1' }), 'version-value'],
    ['a semicolon after it', file({ version: 'version: STSv1;' }), 'version-value'],
    ['no value', file({ version: 'version:' }), 'version-value'],
    ['no mode', file({ mode: null }), 'mode-missing'],
    [
      'a bad first mode',
      file({ mode: 'mode: test', more: 'mode: none' }),
      'mode-value',
      'dup-field',
    ],
    ['no max_age', file({ maxAge: null }), 'max-age-missing'],
    ['one above the limit', file({ maxAge: 'max_age: 31557601' }), 'max-age-range'],
    ['the largest of ten digits', file({ maxAge: 'max_age: 9999999999' }), 'max-age-range'],
    ['eleven digits', file({ maxAge: 'max_age: 00000604800' }), 'max-age-syntax'],
    ['no mx', file({ mx1: null, mx2: null }), 'mx-missing'],
    ['an mx with a dot', file({ mx1: 'mx: mail.example.com.' }), 'mx-trailing-dot'],
    ['no mx that is right', file({ mx1: 'mx:', mx2: 'mx: *' }), 'mx-empty', 'mx-wildcard-form'],
    [
      'no mx, its first mode being testing',
      file({ mx1: null, mx2: null, more: 'mode: none' }),
      'dup-field',
      'mx-missing',
    ],
    ['None without mx', file({ mode: 'mode: None', mx1: null, mx2: null }), 'mode-value'],
    ['only a version', 'version: STSv1\n', 'mode-missing', 'max-age-missing', 'mx-missing'],
    [
      'several things at once',
      '\ufeffversion: STSV1\r\n\r\nMode: enforce\r\n mx: a.example\r\nmx: b.example.\r\nmax_age: 7d',
      ...(['bom', 'version-value', 'blank-line', 'key-case', 'leading-blank'] as const),
      ...(['mx-trailing-dot', 'max-age-syntax', 'no-final-newline'] as const),
    ],
  ]
  test.each(rows.map(([why, text, ...problems]) => [why, text, problems] as const))(
    '%s',
    (_, text, problems) => {
      expect(codes(text)).toEqual(problems)
      expect(parseStsPolicy(text)).toMatchObject({ ours: true, value: null })
    },
  )

  test.each(['Enforce', 'test', 'report', 'enforced', '', 'enforce;', 'enforce # x', '"enforce"'])(
    'mode: %s',
    (mode) => expect(codes(file({ mode: `mode: ${mode}` }))).toEqual(['mode-value']),
  )

  test.each(['604800s', '7d', '-1', '1e6', '86,400', '"86400"', '86400;', '', '0x10', '6 0'])(
    'max_age: %s',
    (age) => expect(codes(file({ maxAge: `max_age: ${age}` }))).toEqual(['max-age-syntax']),
  )
})

describe('what is no policy at all', () => {
  test.each([
    ['nothing', '', ['empty']],
    ['blank lines', ' \r\n\n', ['empty']],
    ['a byte-order mark alone', '\ufeff', ['empty']],
    ['a web page', '<!DOCTYPE html>\n<html><body>version: STSv1</body></html>', []],
    ['a page after blank lines', '\n\n  <html lang="en">', []],
    ['a page after something else', 'Error: x\n<HTML>', []],
    ['XML', '<?xml version="1.0"?><Error/>', []],
    ['a page that begins with a comment', '<!-- hosted by x -->\n<p>hello', []],
  ])('%s', (_, text, problems) => {
    expect(codes(text)).toEqual(problems)
    expect(parseStsPolicy(text)).toMatchObject({ ours: false, value: null })
  })
})

describe('places', () => {
  const at = (text: string | Uint8Array) => parseStsPolicy(text).problems[0]
  test.each([
    ['the value', file({ mode: 'mode:  Test' }), { start: 23, end: 27 }, 'Test'],
    ['the name', file({ mode: 'Mode: enforce' }), { start: 16, end: 20 }, 'Mode'],
    ['the character', file({ mode: 'mode:\u00a0enforce' }), { start: 21, end: 22 }, '\u00a0'],
    ['the mark', `\ufeff${file()}`, { start: 0, end: 1 }, '\ufeff'],
    ['the bad byte', bytes(...utf8('version: STSv1\n\ufffdx'), 0xe9), { start: 19, end: 20 }, ''],
    ['the end, for what is missing', file({ maxAge: null }), { start: 75, end: 75 }, ''],
  ])('%s', (_, text, span, seen) => expect(at(text)).toMatchObject({ span, seen, section: '3.2' }))

  test('a suggestion comes with it', () => {
    expect(at(file({ maxAge: 'max-age: 1' }))?.expected).toBe('max_age')
    expect(at(file({ mx1: 'mx: müller.example' }))?.expected).toBe('xn--mller-kva.example')
  })

  test('single fields are readable though the file is not', () => {
    const { value, fields } = parseStsPolicy(
      'mode: enforce\n\nmax_age: 1\nmx: a.example\nmx: b_.example\n',
    )
    expect(value).toBeNull()
    expect(fields.mode?.value).toBe('enforce')
    expect(fields.maxAge?.value).toBe(1)
    expect(fields.mx.map(({ value }) => value)).toEqual(['a.example'])
  })
})
