import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatStsRecord, parseStsRecord, type StsRecordProblem } from './record.ts'

const parsed = (text: string) => parseStsRecord(text)
const codes = (text: string, joins: number[] = []) =>
  parseStsRecord(text, joins).problems.map(({ code }) => code)

describe('records that a strict sender uses', () => {
  const good = (text: string, id: string, problems: StsRecordProblem[] = []) =>
    test(text, () => {
      expect(parsed(text).value?.id).toBe(id)
      expect(codes(text)).toEqual(problems)
    })

  good('v=STSv1; id=2026083101', '2026083101')
  good('v=STSv1;id=1', '1')
  good('v=STSv1; id=1;', '1')
  good('v=STSv1; id=1; ', '1') // blanks belong to the last delimiter
  good('v=STSv1;\tid=1 ;', '1')
  good(`v=STSv1; id=${'a'.repeat(32)}`, 'a'.repeat(32))
  good('v=STSv1; x=y; id=1', '1', ['extension'])
  good('v=STSv1; id=1; mode=enforce', '1', ['policy-in-txt'])
  good('v=STSv1; id=1; id=2', '1', ['id-duplicate'])
  good('v=STSv1; id=1; id=a-b', '1', ['id-duplicate']) // a bad later one is only a duplicate
  good('v=STSv1 ; id=1', '1', ['blank-before-semicolon'])
  good('v=STSv1; id=1; ID=2', '1', ['extension']) // the right key is there too
  good('v=STSv1; id=1; x=a\\b', '1', ['extension', 'escaped-extension'])
})

describe('records that a strict sender does not use', () => {
  const bad = (text: string, ...problems: StsRecordProblem[]) =>
    test(text, () => {
      expect(parsed(text).ours).toBe(true)
      expect(parsed(text).value).toBeNull()
      expect(codes(text)).toEqual(problems)
    })

  bad('v=STSV1; id=2022051001;', 'version-case') // as the talk prints it
  bad('V=STSv1; id=1', 'version-case')
  bad('id=1; v=STSv1', 'version-first')
  bad('v = STSv1; id=1', 'version-blank')
  bad(' v=STSv1; id=1', 'version-blank')
  bad('"v=STSv1; id=1"', 'version-blank')
  bad('\ufeffv=STSv1; id=1', 'version-blank')
  bad('v=STSv2; id=1', 'wrong-version')
  bad('v=STS1; id=1', 'wrong-version')
  bad('v=MTASTSv1; id=1', 'wrong-version')
  bad('v=STSv10; id=1', 'wrong-version')
  bad('v=STSv1 id=1', 'no-semicolon')
  bad('v=STSv1, id=1', 'no-semicolon')
  bad('v=STSv1', 'no-semicolon')
  bad('v=STSv1;', 'id-missing')
  bad('v=STSv1; ID=1', 'id-missing')
  bad('v=STSv1; id=;', 'id-empty')
  bad('v=STSv1; id=2026-08-31', 'id-charset')
  bad('v=STSv1; id=20260831T08:57', 'id-charset')
  bad(`v=STSv1; id=${'a'.repeat(33)}`, 'id-length')
  bad('v=STSv1;; id=1', 'empty-field')
  bad('v=STSv1; id=1;;', 'empty-field')
  bad('v=STSv1; id=1 ', 'trailing-blank')
  bad('v=STSv1; id=1; hello', 'bad-field')
  bad('v=STSv1; id = 1', 'bad-field')
  bad('v=STSv1; id=1; x=a=b', 'bad-field')
  bad(`v=STSv1; id=1; ${'n'.repeat(33)}=1`, 'bad-field')
  bad('v=STSv1; id=1; x=', 'bad-field')
  bad('v=STSv1\\; id=1', 'escaped')
  bad('v=STSv1%3B id=1', 'escaped')
  bad('v=STSv1; id=1\\;', 'escaped')
  bad('\\"v=STSv1; id=1\\"', 'escaped')
  bad('v=STSv1.0; id=1', 'wrong-version')
  bad('_mta-sts IN TXT "v=STSv1; id=1"', 'version-first') // a whole line of the zone file
  bad('id=1 v=STSv1', 'version-first')
  bad('&quot;v=STSv1; id=1&quot;', 'escaped')
  bad('v%3DSTSv1%3B id=1', 'escaped')
  bad('v\\=STSv1; id=1', 'escaped')
  bad('v=STSv1; id=%221%22', 'escaped')
  bad('STSv1; id=1', 'wrong-version')
  bad('version: STSv1; id=1', 'wrong-version')
  bad('v:STSv1; id=1', 'wrong-version')
  bad('v=STSv1;\u00a0id=1', 'non-ascii')
  bad('v=STSv1；id=1', 'non-ascii')
  bad('v=STSv1; id=“1”', 'non-ascii')
  bad('v=STSvl; id=1', 'lookalike')
  bad('v=5TSv1; id=1', 'lookalike')
  bad('v=\u0405TSv1; id=1', 'lookalike')
})

test('other records at the same name are not ours', () => {
  for (const text of ['v=spf1 -all', '', 'google-site-verification=x', 'v=DMARC1; p=none'])
    expect(parsed(text)).toEqual({ text, ours: false, value: null, problems: [] })
})

test('a semicolon that got lost between two strings is the split, not the semicolon', () => {
  expect(codes('v=STSv1id=1', [7])).toEqual(['split'])
  expect(codes('v=STSv1id=1')).toEqual(['no-semicolon'])
  expect(codes('v=STSv1; id=1', [8, 9])).toEqual([])
  expect(codes('v=STSv1; id=1x=y', [13])).toEqual(['split']) // "v=STSv1; id=1" "x=y"
  expect(codes('v=STSv1; id=1x=y', [8])).toEqual(['id-charset'])
  expect(codes('v=STSv1; id=1; x=yz=1', [18])).toEqual(['split'])
})

test('a blank at the end of a string becomes a part of the field', () => {
  expect(codes('v=STSv1; id=2026 0831', [17])).toEqual(['split']) // "v=STSv1; id=2026 " "0831"
  expect(codes('v=STSv1; id=2026 0831', [15])).toEqual(['id-charset'])
})

test('a problem stands at its place', () => {
  expect(parsed('v=STSv1; id=2026-08-31').problems[0]).toMatchObject({
    span: { start: 12, end: 22 },
    seen: '2026-08-31',
    section: '3.1',
  })
})

const name = fc
  .stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/)
  .filter((n) => n.toLowerCase() !== 'id')
const value = fc.stringMatching(/^[\x21-\x3a\x3c\x3e-\x7e]{1,20}$/)
const record = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9]{1,32}$/),
  extensions: fc.array(fc.record({ name, value }), { maxLength: 4 }),
})

test('what is written is read back', () => {
  fc.assert(
    fc.property(record, (wanted) => {
      expect(parsed(formatStsRecord(wanted)).value).toEqual(wanted)
    }),
  )
})

test('no text throws, and no span leaves the text', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'binary' }).map((rest) => `v=STSv1;${rest}`),
    fc
      .array(fc.constantFrom('v=', 'STSv1', ';', ' ', 'id=', '1', '\\', '=', '\u00a0'), {
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(nasty, (text) => {
      for (const { span } of parsed(text).problems) {
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})
