import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linesOf, signet } from '../testing/signet.ts'

const folder = mkdtempSync(join(tmpdir(), 'signet-logo-'))

test('each file has its line, in the order of the command', async () => {
  const bad = join(folder, 'bad.svg')
  const text =
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps">\n<title>A</title><path opacity="1"/></svg>'
  writeFileSync(bad, text)
  const run = await signet(['logo', 'public/logo.svg', bad, '--json'])
  expect(run.code).toBe(1)
  expect(linesOf(run)).toMatchObject([
    {
      subject: { kind: 'logo', name: 'public/logo.svg' },
      schemaValid: true,
      verdicts: { bimi: expect.stringMatching(/^(?:pass|notice)$/) },
    },
    {
      schemaValid: false,
      bytes: text.length,
      verdicts: { bimi: 'error' },
    },
  ])
  const errors = linesOf(run)[1]?.findings.filter(({ severity }) => severity === 'error')
  expect(errors).toMatchObject([
    { id: 'logo.attribute.forbidden', about: bad, at: { line: 2, column: 23, length: 11 } },
  ])
})

test('a good logo ends with 0, a missing file with 2', async () => {
  expect((await signet(['logo', 'public/logo.svg'])).code).toBe(0)
  expect((await signet(['logo', join(folder, 'none.svg')])).code).toBe(2)
})
