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
