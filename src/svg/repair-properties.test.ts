/** What holds for every file: valid logos are left alone, twice is as good as once, and nothing throws or hangs. */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nodeRender } from '../cli/render-logo.ts'
import { logoArtwork } from '../testing/logo-artwork.ts'
import { logoCorpus } from '../testing/logo-corpus.ts'
import { authoringTool } from './authoring-tool.ts'
import { NO_OPTIONS } from './fixes/fix.ts'
import { repairLogo } from './fixes/repair.ts'
import { readLogo, type Logo } from './logo.ts'
import { verifiedRepair } from './verify.ts'

const OPTIONS = { ...NO_OPTIONS, title: 'Acme' }
const utf8 = (text: string): Logo => readLogo(new TextEncoder().encode(text))

/** Every so many of a corpus. */
function every<T>(step: number, all: Iterable<T>): T[] {
  return [...all].filter((_, i) => i % step === 0)
}

const ARTWORK = every(23, logoArtwork())
const CORPUS = every(101, logoCorpus())

/** Square, with a size, a background and a description: not only the schema is content. */
const FINISHED =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" width="96" height="96" viewBox="0 0 96 96">' +
  '<title>Acme</title><desc>A mark</desc><rect width="96" height="96" fill="#ffffff"/>' +
  '<g fill="#aa0000"><path d="M32 32h32v32h-32z"/><circle cx="20" cy="20" r="4"/></g></svg>'

test.each([
  ['a finished one', FINISHED],
  ['our own', readFileSync('public/logo.svg', 'utf8')],
])('a logo without a fault is not changed: %s', (_, text) => {
  expect(repairLogo(utf8(text), NO_OPTIONS)).toMatchObject({ text, steps: [], schemaValid: true })
})

test('no valid file becomes anything else than valid', () => {
  const valid = [...ARTWORK, ...CORPUS].map(({ bytes }) => readLogo(bytes))
  const lost = valid.filter(
    (logo) => logo.schemaValid && repairLogo(logo, OPTIONS)?.schemaValid !== true,
  )
  expect(lost.map(({ text }) => text)).toEqual([])
})

test('a second repair has nothing to do', () => {
  const again = [...ARTWORK, ...CORPUS].flatMap(({ name, bytes }) => {
    const once = repairLogo(readLogo(bytes), OPTIONS)
    const twice = once === null ? null : repairLogo(utf8(once.text), OPTIONS)
    return once?.text === twice?.text
      ? []
      : [`${name}: ${twice?.steps.map(({ fix }) => fix.id).join()}`]
  })
  expect(again).toEqual([])
})

test('what is called fixed is valid, and draws the same', { timeout: 120_000 }, async () => {
  const render = await nodeRender()
  if (render === null) throw new Error('no renderer')
  const wrong: string[] = []
  for (const { name, bytes } of every(7, [...ARTWORK, ...CORPUS])) {
    const result = await verifiedRepair(readLogo(bytes), OPTIONS, render)
    const isProven = result.isFixed ? utf8(result.text).schemaValid : !result.isFixed
    if (!isProven || result.isFixed !== (result.schemaValid && result.same)) wrong.push(name)
  }
  expect(wrong).toEqual([])
})

/** The same files in every run: what is found here is for those who write repairs, not for those who run the tests. */
const SEED = Number(process.env['SEED'] ?? 20261125)

const PIECES = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">',
  '<svg viewBox="0 0 4 4" x="2" style="overflow:visible">',
  '</svg>',
  '<g id="a" opacity=".5" transform="scale(1,-2)">',
  '</g>',
  '<use href="#a"/>',
  '<use xlink:href="#b" width="3"/>',
  '<symbol id="b" viewBox="0 0 2 2">',
  '</symbol>',
  '<clipPath id="c"><path d="M0 0h4v4z"/></clipPath>',
  '<mask id="d"><rect width="50%" height="9" fill="#fff" mask="url(#d)"/></mask>',
  '<path d="M1 1C2 9 1 0 3a5 5 0 1 1 0 0zm1e9-1" clip-path="url(#c)" mask="url(#d)"/>',
  '<linearGradient id="e" href="#e" gradientTransform="rotate(9) skewX(90)"><stop offset="2"/></linearGradient>',
  '<radialGradient id="f" fx="9" xlink:href="#e" spreadMethod="repeat" r="0"/>',
  '<circle r="NaN" cx="1em" fill="url(#f)" stroke="url(#e) red" stroke-width="-1"/>',
  '<style>.a,g>path:not(.b){fill:red!important;opacity:1e400}@media(x){*{d:path("M0")}}</style>',
  '<pattern id="g" width="0"><image href="data:,"/></pattern>',
  '<marker id="h"><path marker-end="url(#h)" d="M0 0L1 1"/></marker>',
  '<polyline points="1,2 3" marker-mid="url(#h)" class="a"/>',
  '<text x="1 2 3">a<tspan dy="1">b</tspan></text>',
  '<switch><foreignObject/><g/></switch>',
  '<title>',
  '</title>',
  '<!--',
  '-->',
  '&amp;',
  '&x;',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE svg [<!ENTITY x "<g/>">]>',
  '\ufeff',
  '\u0000',
  ' viewBox="0 0 0 0"',
]

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((all) => all.join(''))
/** Well-formed, but for what the pieces break by themselves. */
const drawing = fc
  .array(
    fc.constantFrom(...PIECES.filter((piece) => /^<[a-zA-Z][^]*\/(?:[a-zA-Z]*)>$/.test(piece))),
    {
      maxLength: 12,
    },
  )
  .map((all) => `${PIECES[0] ?? ''}<g id="a"><path id="b" d="M0 0h5v5z"/></g>${all.join('')}</svg>`)
/** Real files with a piece cut out and another put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...ARTWORK.map(({ bytes }) => new TextDecoder().decode(bytes))),
    fc.nat(),
    fc.nat(40),
    fc.constantFrom('', ...PIECES),
  )
  .map(([text, at, length, piece]) => {
    const from = at % (text.length + 1)
    return text.slice(0, from) + piece + text.slice(from + length)
  })

test.each([
  ['soup', soup],
  ['drawings', drawing],
  ['real files with a hole', mutated],
  ['any text', fc.string({ unit: 'binary' })],
])('repair never throws, and twice is as good as once: %s', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = repairLogo(utf8(text), OPTIONS)
      authoringTool({ text })
      if (once === null) return
      const twice = repairLogo(utf8(once.text), OPTIONS)
      // What stood in the way of one repair may be gone when another has run.
      if (once.obstacles.length === 0) expect(twice?.text).toBe(once.text)
    }),
    { numRuns: 150, seed: SEED },
  )
})

test('verification never throws', { timeout: 120_000 }, async () => {
  const render = await nodeRender()
  if (render === null) throw new Error('no renderer')
  await fc.assert(
    fc.asyncProperty(fc.oneof(soup, drawing, mutated), async (text) => {
      const result = await verifiedRepair(utf8(text), OPTIONS, render)
      expect(result.isFixed).toBe(result.schemaValid && result.same)
    }),
    { numRuns: 40, seed: SEED },
  )
})

test.each([
  ['deep groups', `${PIECES[0] ?? ''}${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}</svg>`],
  ['many shapes', `${PIECES[0] ?? ''}${'<path d="M0 0h1v1z" opacity=".5"/>'.repeat(3000)}</svg>`],
  ['a long path', `${PIECES[0] ?? ''}<path d="M0 0${'l1 1c0 1 2 3 4 5'.repeat(4000)}"/></svg>`],
  [
    'copies of copies',
    `${PIECES[0] ?? ''}<g id="a0"><path d="M0 0h1"/></g>${Array.from({ length: 40 }, (_, i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`).join('')}</svg>`,
  ],
])('a hostile file ends soon: %s', (_, text) => {
  const began = performance.now()
  repairLogo(utf8(text), OPTIONS)
  expect(performance.now() - began).toBeLessThan(10_000)
})
