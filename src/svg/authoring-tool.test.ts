import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { authoringTool } from './authoring-tool.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'

test.each<[string, string]>([
  [
    'Illustrator',
    `<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In --><svg ${NS} id="Layer_1"/>`,
  ],
  ['Illustrator', `<svg ${NS} version="1.2" baseProfile="tiny" id="Layer_1" x="0px" y="0px"/>`],
  ['Illustrator', `<svg ${NS} id="Ebene_1" data-name="Ebene 1" viewBox="0 0 9 9"/>`],
  ['Illustrator', `<svg ${NS} x="0px" y="0px" id="Calque_1"/>`],
  ['Illustrator', `<!DOCTYPE svg [<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>`],
  ['Inkscape', `<svg ${NS} xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/>`],
  ['Inkscape', `<!-- Created with Inkscape (http://www.inkscape.org/) --><svg ${NS}/>`],
  [
    'Figma',
    `<svg ${NS} fill="none"><g clip-path="url(#clip0_12_345)"/><defs><clipPath id="clip0_12_345"/></defs></svg>`,
  ],
  ['Figma', `<svg ${NS}><linearGradient id="paint0_linear_1_2"/></svg>`],
  ['Figma', `<svg ${NS}><filter id="filter0_d_7_1"/></svg>`],
  ['Figma', `<svg ${NS}><mask id="a" style="mask-type:alpha"/></svg>`],
  ['Canva', `<svg ${NS} width="375" zoomAndPan="magnify" viewBox="0 0 9 9" version="1.0"/>`],
  ['Canva', `<svg version="1.0" ${NS} zoomAndPan="magnify"/>`],
  [
    'Photopea',
    `<svg ${NS}><style>\n\t\ttspan { white-space:pre }\n\t\t.shp0 { fill: #fff }</style></svg>`,
  ],
  ['Photopea', `<svg ${NS}><style>.shp0 { fill: red }</style></svg>`],
  ['Affinity', `<svg ${NS} xmlns:serif="http://www.serif.com/" style="fill-rule:evenodd"/>`],
  ['CorelDRAW', `<!-- Creator: CorelDRAW X7 --><svg ${NS}/>`],
  ['CorelDRAW', `<svg ${NS} xmlns:xodm="http://www.corel.com/coreldraw/odm/2003"/>`],
  [
    'CorelDRAW',
    `<svg ${NS}><g id="Layer_x0020_1"><metadata id="CorelCorpID_0Corel-Layer"/></g></svg>`,
  ],
  ['Sketch', `<svg ${NS}><desc>Created with Sketch.</desc></svg>`],
  ['Sketch', `<svg ${NS}><desc>Created with sketchtool.</desc></svg>`],
  ['Sketch', `<svg ${NS} xmlns:sketch="http://www.bohemiancoding.com/sketch/ns"/>`],
])('%s: %s', (name, text) => {
  const tool = authoringTool({ text })
  expect(tool?.name).toBe(name)
  expect(tool?.advice).toMatch(/^[A-Z].*\.$/)
})

test.each([
  '',
  `<svg ${NS} viewBox="0 0 9 9"><title>Created in Sketchup</title><g id="paint"/></svg>`,
  `<svg ${NS} version="1.0" viewBox="0 0 9 9"/>`,
  `<svg ${NS} zoomAndPan="disable" version="1.0"/>`,
  `<svg ${NS} id="Layer_1"/>`,
  readFileSync('public/logo.svg', 'utf8'),
])('from anywhere: %s', (text) => expect(authoringTool({ text })).toBeNull())

test('a long text takes no time', () => {
  const began = performance.now()
  authoringTool({ text: `<svg id="Layer_1"${' x="0"'.repeat(100_000)}` })
  authoringTool({ text: '<svg '.repeat(20_000) })
  expect(performance.now() - began).toBeLessThan(1000)
})
