import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { logoFact } from '../../../facts/logo-facts.ts'
import { findingsOf, judge } from '../../report.ts'
import { logoLayerOf } from './layers.ts'
import { logoOf, logoText } from './logo-finding.ts'

const SVG = 'xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"'

function findings(facts: ReturnType<typeof logoText>['facts']) {
  return findingsOf(judge({ kind: 'logo', name: 'logo.svg' }, facts))
}

/** What the schema and the reading of XML say; the other layers have tests of their own. */
const ids = (facts: ReturnType<typeof logoText>['facts']) =>
  findings(facts)
    .filter(({ id }) => id.startsWith('logo.xml.') || logoLayerOf(id) === 'schema')
    .map(({ id, words }) => `${words.severity} ${id}`)
    .sort()

test.each<[string, string, string[]]>([
  [
    'an Illustrator export',
    `<svg ${SVG.replace('tiny-ps', 'tiny')} x="0px" y="0px"><g/></svg>`,
    [
      'error logo.root.base-profile',
      'error logo.root.position',
      'error logo.root.position',
      'error logo.title.missing',
    ],
  ],
  [
    'no namespace, told once',
    '<svg version="1.2" baseProfile="tiny-ps"><title>A</title><g/></svg>',
    ['error logo.xml.namespace'],
  ],
  [
    'a title in a group',
    `<svg ${SVG}><title>A</title><g><title>B</title></g></svg>`,
    ['error logo.element.misplaced'],
  ],
  [
    'a title after a shape',
    `<svg ${SVG}><g/><title>A</title></svg>`,
    ['error logo.title.not-first'],
  ],
  [
    'a link is taken off what it holds',
    `<svg ${SVG}><title>A</title><a href="b"><image x="1"/></a></svg>`,
    ['error logo.element.forbidden', 'error logo.element.raster'],
  ],
  [
    'structured metadata',
    `<svg ${SVG} xmlns:r="urn:r"><title>A</title><metadata id="m"><r:RDF><r:a/></r:RDF></metadata></svg>`,
    ['error logo.attribute.forbidden', 'error logo.element.foreign'],
  ],
  [
    'an entity that nobody declared',
    `<svg ${SVG}><title>A&nbsp;B</title></svg>`,
    ['error logo.xml.entity'],
  ],
  ['not closed', `<svg ${SVG}><title>A</title>`, ['error logo.xml.not-well-formed']],
  ['a page', '<!doctype html><title>A</title>', ['error logo.xml.not-svg']],
  ['nothing', '', ['error logo.xml.not-svg']],
  [
    'an encoding that no parser knows',
    `<?xml version="1.0" encoding="UTF8"?><svg ${SVG}><title>A</title></svg>`,
    ['error logo.xml.not-well-formed'],
  ],
  [
    'xlink used is not also unused',
    `<svg ${SVG} xmlns:xlink="http://www.w3.org/1999/xlink"><title>A</title><use xlink:href="#a"/></svg>`,
    ['error logo.attribute.foreign'],
  ],
])('%s', (_, text, expected) => expect(ids(logoText(text).facts)).toEqual(expected))

test('the verdict of our own logo', () => {
  const logo = logoFact(readFileSync('public/logo.svg'), { name: 'public/logo.svg', via: 'file' })
  expect(ids({ logo })).toEqual([])
})

test('a PNG under another name', () => {
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  const [finding] = findings({ logo: logoFact(bytes, { name: 'logo.svg', via: 'file' }) })
  expect(finding?.words.title).toBe('The file is no SVG: it is a PNG image')
})

test('the spot is the attribute itself, whatever else is on the line', () => {
  const example = logoOf('<g><path\n\topacity = ".5"/></g>')
  const [finding] = findings(example.facts)
  const { start = 0, end = 0 } = finding?.spot ?? {}
  expect(example.show.slice(start, end)).toBe('opacity = ".5"')
})

test.each<[string, string, string, string]>([
  ['a version', `<svg ${SVG.replace('1.2', '1.1')}/>`, 'root.version', 'version="1.1"'],
  ['what the root lacks', `\n<svg ${SVG}/>`, 'title.missing', '<svg'],
  ['a value', `<svg ${SVG}><g fill-rule='odd'/></svg>`, 'attribute.value', "fill-rule='odd'"],
  ['text, without its blanks', `<svg ${SVG}>\r\n\t\u00a0a \r\n</svg>`, 'text.misplaced', '\u00a0a'],
  ['an entity in text', `<svg ${SVG}> &#160; <g/></svg>`, 'text.misplaced', '&#160;'],
])('the spot of %s', (_, text, id, expected) => {
  const spot = findings(logoText(text).facts).find((finding) => finding.id === `logo.${id}`)?.spot
  expect(text.slice(spot?.start, spot?.end)).toBe(expected)
})

test('every finding has a place, the whole file its beginning', () => {
  const heavy = `<svg ${SVG}>${' '.repeat(33_000)}`
  const all = [heavy, `${heavy}</svg>`, '<html/>', 'text', ''].flatMap((text) =>
    findings(logoText(text).facts),
  )
  expect(all.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['logo.size.over-limit', 'logo.xml.not-svg']),
  )
  expect(all.filter(({ spot }) => spot === undefined)).toEqual([])
})

test('the mark that UTF-16 begins with is part of the encoding', () => {
  const text = `\ufeff<svg ${SVG}><title>A</title></svg>`
  const bytes = Uint8Array.from(
    [...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  )
  expect(ids({ logo: logoFact(bytes, { name: 'logo.svg', via: 'file' }) })).toEqual([
    'warning logo.xml.encoding',
  ])
})

test('bytes that are not UTF-8 are shown where they stand', () => {
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<svg ${SVG}><title>Caf`
  const encode = (text: string) => [...new TextEncoder().encode(text)]
  const bytes = Uint8Array.from([...encode(head), 0xe9, ...encode('</title></svg>')])
  const [finding] = findings({ logo: logoFact(bytes, { name: 'logo.svg', via: 'file' }) })
  expect(finding).toMatchObject({
    id: 'logo.xml.not-well-formed',
    spot: { start: head.length, end: head.length + 1 },
  })
})
