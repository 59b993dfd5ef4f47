import { expect, test } from 'vitest'
import { readLogo } from '../logo.ts'
import { editable } from './editable.ts'
import { everyElement } from './element.ts'
import { writeDrawing } from './write.ts'

function rewritten(text: string): string {
  const drawing = editable(readLogo(new TextEncoder().encode(text)))
  return drawing === null ? 'unreadable' : writeDrawing(drawing)
}

const NS = 'xmlns="http://www.w3.org/2000/svg"'

test.each([
  ['as it was', `<svg ${NS} version="1.2"><title>A</title><g fill="red"/></svg>`],
  ['what stands around the root', `<?xml version="1.0"?>\n<!-- a --><svg ${NS}/>\n<!-- b -->`],
  ['remarks in their places', `<svg ${NS}><!-- a --><g/><?b c?>text<!-- d --></svg>`],
  ['references to characters', `<svg ${NS} id="a"><text>a &amp; b &lt; c &gt; d</text></svg>`],
  ['blanks that a parser would change', `<svg ${NS} d="a&#10;b&#9;c &quot;d&quot;"/>`],
  [
    'foreign names',
    `<svg ${NS} xmlns:i="urn:i"><i:view i:zoom="2"><g xml:space="preserve"/></i:view></svg>`,
  ],
  ['a doctype', `<!DOCTYPE svg><svg ${NS}/>`],
])('%s', (_, text) => expect(rewritten(text)).toBe(text))

test.each([
  [
    'a prefix for SVG is dropped',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>',
    `<svg ${NS} xmlns:s="http://www.w3.org/2000/svg"><g/></svg>`,
  ],
  [
    'links are spelled the usual way',
    `<svg ${NS} xmlns:x="http://www.w3.org/1999/xlink"><use x:href="#a"/></svg>`,
    `<svg ${NS} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>`,
  ],
  [
    'entities are expanded',
    `<!DOCTYPE svg [<!ENTITY red "#f00">]><svg ${NS}><path fill="&red;"/></svg>`,
    `<!DOCTYPE svg [<!ENTITY red "#f00">]><svg ${NS}><path fill="#f00"/></svg>`,
  ],
  ['no namespace', '<svg><g/></svg>', `<svg ${NS}><g/></svg>`],
])('%s', (_, text, expected) => expect(rewritten(text)).toBe(expected))

test('every element comes with those around it', () => {
  const drawing = editable(
    readLogo(new TextEncoder().encode(`<svg ${NS}><g><path/></g><rect/></svg>`)),
  )
  const seen = drawing === null ? [] : everyElement(drawing.root)
  expect(
    seen.map(({ element, around }) => [element.name, ...around.map(({ name }) => name)]),
  ).toEqual([['svg'], ['g', 'svg'], ['path', 'g', 'svg'], ['rect', 'svg']])
})

test('what is too deep for any walk is not read', () => {
  const deep = (depth: number) => `<svg ${NS}>${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}</svg>`
  const read = (text: string) => editable(readLogo(new TextEncoder().encode(text)))
  expect(read(deep(400))).not.toBeNull()
  expect(read(deep(1500))).toBeNull()
})
