import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idsIn, linesOf, signet, type ReportLine, type Run } from '../testing/signet.ts'

const GOOD = 'version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 2592000\n'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signet-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The one object that was printed, and nothing else. */
function jsonOf(run: Run): ReportLine {
  const lines = linesOf(run)
  expect(run.err).toBe('')
  expect(lines).toHaveLength(1)
  return lines[0] as ReportLine
}

test('a good record passes, is usable and ends with 0', async () => {
  const run = await signet(['record', 'mta-sts', 'v=STSv1; id=20160831085700Z;', '--json'])
  expect(run.code).toBe(0)
  expect(jsonOf(run)).toMatchObject({
    schema: 'signet-report/1',
    subject: { kind: 'record', name: 'mta-sts' },
    verdicts: { 'mta-sts': 'pass' },
    findings: [],
    usable: true,
  })
})

test('the record of the talk, with its capital V, ends with 1', async () => {
  const run = await signet(['record', 'mta-sts', 'v=STSV1; id=20160831085700Z;', '--json'])
  expect(run.code).toBe(1)
  const json = jsonOf(run)
  expect(idsIn(json)).toEqual(['sts.record.version-case'])
  expect(json).toMatchObject({
    usable: false,
    findings: [{ at: { line: 1, column: 1, length: 7 } }],
  })
})

test('the text is taken as given: a blank in front is seen', async () => {
  const json = jsonOf(await signet(['record', 'mta-sts', ' v=STSv1; id=1', '--json']))
  expect(json.usable).toBe(false)
  expect(json.findings).not.toEqual([])
})

test('a text that is some other record claims nothing', async () => {
  const run = await signet(['record', 'mta-sts', 'v=spf1 -all', '--json'])
  expect(run.code).toBe(0)
  expect(jsonOf(run)).toMatchObject({ verdicts: { 'mta-sts': 'absent' }, usable: false })
})

test('a policy file that covers its mail servers', async () => {
  const file = join(folder, 'mta-sts.txt')
  writeFileSync(file, GOOD)
  const run = await signet(['policy', file, '--mx', 'MAIL.example.com.', '--json'])
  expect(run.code).toBe(0)
  expect(jsonOf(run)).toMatchObject({
    subject: { kind: 'policy', name: file },
    verdicts: { 'mta-sts': 'pass' },
    findings: [],
    usable: true,
  })
})

test('a mail server that the policy does not cover', async () => {
  const run = await signet(
    ['policy', '-', '--mx', 'mail.example.com', '--mx', 'other.example.com', '--json'],
    GOOD,
  )
  expect(run.code).toBe(1)
  expect(jsonOf(run)).toMatchObject({ subject: { name: '-' }, usable: true })
  expect(idsIn(jsonOf(run))).toEqual(['sts.match.all-mx'])
})

test('a policy file is read as bytes', async () => {
  const file = join(folder, 'bytes.txt')
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(GOOD), Buffer.from([0x78, 0x3a, 0x20, 0xff, 0x0a])]),
  )
  const json = jsonOf(await signet(['policy', file, '--json']))
  expect(json.usable).toBe(false)
  expect(json.findings).not.toEqual([])
})

test('a policy file beyond 64 KB is too long, and nothing else is said of its end', async () => {
  const run = await signet(['policy', '-', '--json'], `${GOOD}note: ${'a'.repeat(70_000)}`)
  expect(run.code).toBe(1)
  expect(jsonOf(run)).toMatchObject({ usable: false })
  expect(jsonOf(run).findings).toMatchObject([
    { id: 'sts.fetch.size', severity: 'error' },
    { id: 'sts.policy.many-mx' },
  ])
})

test('for people: the verdict, what was seen with the spot marked, and what to do', async () => {
  const { out, code } = await signet(['record', 'mta-sts', 'v=STSV1; id=1'])
  expect(code).toBe(1)
  expect(out).toContain('MTA-STS  error')
  expect(out).toContain('    v=STSV1; id=1\n      ^^^^^^^\n')
  expect(out).toContain('RFC 8461 section 3.1')
  expect(out).not.toContain('\u001b')
})

test.each<[string, string[], string]>([
  ['no command', [], 'Usage'],
  ['an unknown command', ['chek'], 'unknown command'],
  ['an unknown option', ['record', 'mta-sts', 'x', '--jsno'], 'unknown option'],
  ['a missing argument', ['record', 'mta-sts'], 'missing required argument'],
  ['too many arguments', ['record', 'mta-sts', 'v=STSv1;', 'id=1'], 'too many arguments'],
  ['an unknown kind of record', ['record', 'spf', 'v=spf1'], 'not a kind of record'],
  ['a file that is not there', ['policy', '/nowhere/mta-sts.txt'], 'Cannot read'],
  ['a mail server without a name', ['policy', '-', '--mx', ''], 'Not the name of a host'],
])('%s is a wrong command', async (_what, args, said) => {
  const { code, out, err } = await signet(args)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(said)
})

test.each<[string, string, string, boolean, number, string[]]>([
  ['bimi', 'v=BIMI1; l=https://example.com/logo.svg', 'pass', true, 0, []],
  [
    'bimi',
    'v=BIMl1; l=https://example.com/logo.svg',
    'error',
    false,
    1,
    ['bimi.record.version-lookalike'],
  ],
  ['bimi', 'v=BIMI1; l=; a=', 'notice', true, 0, ['bimi.record.decline']],
  // The record alone: what BIMI wants of DMARC is no part of it.
  ['dmarc', 'v=DMARC1; p=none; rua=mailto:d@example.com', 'pass', true, 0, []],
  ['dmarc', 'v=DMARC1; p=block', 'error', false, 1, ['dmarc.record.p-missing']],
])('record %s %s', async (kind, text, verdict, usable, code, ids) => {
  const run = await signet(['record', kind, text, '--json'])
  const json = jsonOf(run)
  expect(run.code).toBe(code)
  expect(json).toMatchObject({ verdicts: { [kind]: verdict }, usable })
  expect(json['findings']).toMatchObject(ids.map((id) => ({ id })))
})

test('help is no mistake', async () => {
  const { code, out } = await signet(['--help'])
  expect(code).toBe(0)
  expect(out).toContain('record')
})
