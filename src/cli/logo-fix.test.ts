import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { readLogo } from '../svg/logo.ts'
import { linesOf, signet } from '../testing/signet.ts'
import { fixerInto } from './logo-fix.ts'

const root = mkdtempSync(join(tmpdir(), 'signet-fix-'))
afterAll(() => rmSync(root, { recursive: true }))

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const RED = '<path fill="#c00" d="M8 8h32v32H8z"/>'
const PLAIN = `<svg ${NS} viewBox="0 0 48 48"><title>Acme</title>${RED}</svg>`
const FILTERED = PLAIN.replace(
  RED,
  '<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><g filter="url(#f)">$&</g>'.replace(
    '$&',
    RED,
  ),
)

let folders = 0
/** A folder of its own, with these files in it. */
function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = join(root, String((folders += 1)))
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

test('a repaired copy under the same name, and what was changed', async () => {
  const folder = folderWith({ 'acme.svg': PLAIN })
  const out = join(folder, 'new', 'fixed')
  const run = await signet(['logo', join(folder, 'acme.svg'), '--fix', out, '--json'])
  const file = join(out, 'acme.svg')
  expect(linesOf(run)).toMatchObject([
    {
      subject: { kind: 'logo', name: join(folder, 'acme.svg') },
      schemaValid: false,
      fixed: { file, schemaValid: true },
      obstacles: [],
    },
  ])
  const [{ fixed }] = linesOf(run) as unknown as [{ fixed: { changes: string[] } }]
  expect(fixed.changes).toContain('Set `baseProfile`')
  expect(readLogo(readFileSync(file)).schemaValid).toBe(true)
  // The findings are those of the file that was given.
  expect(run.code).toBe(1)
  expect(readFileSync(join(folder, 'acme.svg'), 'utf8')).toBe(PLAIN)
})

test('what cannot be kept is not written, and says why', async () => {
  const folder = folderWith({ 'blur.svg': FILTERED })
  const out = join(folder, 'out')
  const run = await signet(['logo', join(folder, 'blur.svg'), '--fix', out, '--json'])
  expect(run.code).toBe(1)
  const [line] = linesOf(run)
  expect(line).toMatchObject({ schemaValid: false, fixed: null })
  expect(line?.findings.length).toBeGreaterThan(0)
  expect(existsSync(join(out, 'blur.svg'))).toBe(false)
})

test('a good logo is copied as it is', async () => {
  const folder = folderWith({ 'logo.svg': readFileSync('public/logo.svg') })
  const out = join(folder, 'out')
  const run = await signet(['logo', join(folder, 'logo.svg'), '--fix', out, '--json'])
  expect(run.code).toBe(0)
  expect(linesOf(run)).toMatchObject([{ fixed: { schemaValid: true, changes: [] }, obstacles: [] }])
  expect(readFileSync(join(out, 'logo.svg'))).toEqual(readFileSync('public/logo.svg'))
})

test('several files, SVGZ and standard input', async () => {
  const folder = folderWith({ 'a.svg': PLAIN, 'b.svgz': gzipSync(PLAIN), 'c.svg': 'no svg' })
  const out = join(folder, 'out')
  const names = ['a.svg', 'b.svgz', 'c.svg'].map((name) => join(folder, name))
  const run = await signet(['logo', ...names, '-', '--fix', out, '--json'], PLAIN)
  const lines = linesOf(run) as unknown as { fixed: { file: string } | null }[]
  expect(lines.map(({ fixed }) => fixed && basename(fixed.file))).toEqual([
    'a.svg',
    'b.svg',
    null,
    'logo.svg',
  ])
  expect(lines[2]).toMatchObject({
    findings: [{ id: 'logo.xml.not-svg' }],
    obstacles: [{ element: 'svg' }],
  })
  expect(readLogo(readFileSync(join(out, 'b.svg')))).toMatchObject({
    schemaValid: true,
    compressed: false,
  })
})

test('the program that it was made with is named, with advice', async () => {
  const signed = FILTERED.replace('<svg', '<!-- Generator: Adobe Illustrator 27 --><svg')
  const folder = folderWith({ 'a.svg': signed })
  const args = ['logo', join(folder, 'a.svg'), '--fix', join(folder, 'out')]
  expect(linesOf(await signet([...args, '--json']))).toMatchObject([
    { fixed: null, authoringTool: { name: 'Illustrator' } },
  ])
  expect((await signet(args)).out).toContain('The file comes from Illustrator.')
})

test('for people: what was done, and where it was written', async () => {
  const folder = folderWith({ 'acme.svg': PLAIN, 'blur.svg': FILTERED })
  const files = ['acme.svg', 'blur.svg'].map((name) => join(folder, name))
  const { out } = await signet(['logo', ...files, '--fix', join(folder, 'out')])
  expect(out).toContain(`fixed: ${join(folder, 'out', 'acme.svg')} is valid, and looks the same`)
  expect(out).toContain('    - Set `version`')
  expect(out).toContain('not fixed')
})

test('a second run gives the same files', async () => {
  const folder = folderWith({ 'acme.svg': PLAIN })
  const out = join(folder, 'out')
  const args = ['logo', join(folder, 'acme.svg'), '--fix', out, '--json']
  const first = await signet(args)
  const text = readFileSync(join(out, 'acme.svg'), 'utf8')
  expect((await signet(args)).out).toBe(first.out)
  expect(readFileSync(join(out, 'acme.svg'), 'utf8')).toBe(text)
})

test.each<[string, (folder: string) => string[], string]>([
  ['a folder that holds the original', (folder) => ['a.svg', '--fix', folder], 'over the original'],
  [
    'two files for one place',
    () => ['a.svg', 'b/a.svg', '--fix', 'out'],
    'would both be written to',
  ],
  [
    'a file in the place of the folder',
    () => ['a.svg', '--fix', 'a.svg'],
    'Cannot make the folder',
  ],
  ['a missing file after a good one', () => ['a.svg', 'none.svg'], 'there is no such file'],
  ['a folder in the place of a file', () => ['a.svg', 'b'], 'it is a folder'],
  ['an option of repair without repair', () => ['a.svg', '--title', 'Acme'], 'give --fix DIR'],
  ['no colour', () => ['a.svg', '--fix', 'out', '--background', 'reddish'], 'Not an opaque colour'],
  ['no percentage', () => ['a.svg', '--fix', 'out', '--padding', '50'], 'Not a percentage'],
  ['standard input twice', () => ['-', '-'], 'give - once'],
])('%s is a wrong command, before anything is printed', async (_, args, said) => {
  const folder = folderWith({ 'a.svg': PLAIN })
  mkdirSync(join(folder, 'b'))
  writeFileSync(join(folder, 'b', 'a.svg'), PLAIN)
  const paths = args(folder).map((arg) =>
    /^(?:a\.svg|b(?:\/a\.svg)?|out|none\.svg)$/.test(arg) ? join(folder, arg) : arg,
  )
  const { code, out, err } = await signet(['logo', ...paths], PLAIN)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(said)
})

test('a logo without an error stays byte for byte, whatever could be tidied', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signet-fix-'))
  const file = join(folder, 'good.svg')
  const text =
    '<?xml version="1.0"?>\n<!-- by hand --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"' +
    ' version="1.2" baseProfile="tiny-ps" viewBox="0 0 96 96">\n<title>Finch</title><g id="a"><path d="M40 40h9v9a1 1 0 0 1 1 1z"/></g><use href="#a"/></svg>\n'
  writeFileSync(file, text)
  const fix = fixerInto(join(folder, 'out'), [file], {})
  const { fixed } = await fix(file, new Uint8Array(readFileSync(file)))
  expect(fixed).toEqual({ file: join(folder, 'out', 'good.svg'), schemaValid: true, changes: [] })
  expect(readFileSync(join(folder, 'out', 'good.svg'), 'utf8')).toBe(text)
})

test('a good SVGZ comes out in the encoding that it declares', async () => {
  const folder = mkdtempSync(join(root, 'latin-'))
  const file = join(folder, 'good.svgz')
  const good = readFileSync('public/logo.svg', 'utf8').replace(/<title>[^<]*/, '<title>Café')
  const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${good}`, 'latin1')
  writeFileSync(file, gzipSync(latin))
  const fix = fixerInto(join(folder, 'out'), [file], {})
  const { fixed } = await fix(file, new Uint8Array(readFileSync(file)))
  expect(fixed?.changes).toEqual([])
  expect(readFileSync(join(folder, 'out', 'good.svg'))).toEqual(latin)
})

test('valid is not fixed: what shows nothing could not be compared, and is not written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signet-fix-'))
  const file = join(folder, 'blank.svg')
  writeFileSync(
    file,
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96"><path d="M9 9h9" fill="red" style="fill:red"/></svg>',
  )
  const fix = fixerInto(join(folder, 'out'), [file], {})
  const { fixed, obstacles } = await fix(file, new Uint8Array(readFileSync(file)))
  expect(fixed).toBeNull()
  expect(obstacles.map(({ why }) => why).join()).toMatch(/nothing shows/i)
  expect(existsSync(join(folder, 'out', 'blank.svg'))).toBe(false)
})
