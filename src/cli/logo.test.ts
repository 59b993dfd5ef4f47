import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linesOf, signet } from '../testing/signet.ts'
import { judgeInParallel } from './logo-pool.ts'

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

test('thousands are judged side by side, and come out in the order of the command', async () => {
  const files = Array.from({ length: 460 }, (_, i) => join(folder, `${i}.svg`))
  files.forEach((file, i) =>
    writeFileSync(file, i % 3 === 0 ? 'no svg' : `<svg xmlns="urn:${i}"><title>${i}</title></svg>`),
  )
  const run = await signet(['logo', '--json', ...files])
  expect(run.code).toBe(1)
  const lines = linesOf(run)
  expect(lines.map(({ subject }) => subject.name)).toEqual(files)
  expect(lines[300]?.findings).toMatchObject([{ id: 'logo.xml.not-svg' }])
  const alone = linesOf(await signet(['logo', '--json', ...files.slice(0, 5)]))
  expect(lines.slice(0, 5)).toEqual(alone)
})

test('a file that is gone when its turn comes ends the work, after those before it', async () => {
  const good = join(folder, 'good.svg')
  writeFileSync(good, '<svg/>')
  const files = [...Array.from({ length: 120 }, () => good), join(folder, 'gone.svg'), good]
  let written = ''
  const work = judgeInParallel(files, (lines) => (written += lines))
  await expect(work).rejects.toThrow('Cannot read')
  expect(written.split('\n')).toHaveLength(121)
})
