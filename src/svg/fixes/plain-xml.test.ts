import { expect, test } from 'vitest'
import { goldens, repairedBy } from '../../testing/repaired-by.ts'
import { readLogo } from '../logo.ts'
import { plainXml } from './plain-xml.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'

goldens(plainXml, [
  ['plain already', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a -->\n${SVG}\n`, null],
  ['small letters are UTF-8 too', `<?xml version="1.0" encoding="utf-8"?>${SVG}`, null],
  [
    'a doctype',
    `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd">\n${SVG}`,
    `<?xml version="1.0"?>\n${SVG}`,
  ],
  [
    'a doctype with entities',
    `<!DOCTYPE svg [<!ENTITY a "red">]><svg xmlns="http://www.w3.org/2000/svg" fill="&a;"/>`,
    `<svg xmlns="http://www.w3.org/2000/svg" fill="red"/>`,
  ],
  [
    'another encoding',
    `<?xml version="1.0" encoding="iso-8859-1"?>${SVG}`,
    `<?xml version="1.0" encoding="UTF-8"?>${SVG}`,
  ],
  [
    'processing instructions',
    `<?xml version="1.0"?><?xml-stylesheet href="a.css"?>\n<svg xmlns="http://www.w3.org/2000/svg"><?xpacket begin="a"?><g/></svg><?b?>`,
    `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>`,
  ],
  ['what looks like one in a remark', `<!-- <?php ?> -->${SVG}`, null],
  ['a byte-order mark', `\ufeff${SVG}`, SVG],
])

test('what is written reads as UTF-8', () => {
  const latin = `<?xml version="1.0" encoding="iso-8859-1"?><svg xmlns="http://www.w3.org/2000/svg"><title>é</title></svg>`
  const logo = readLogo(Uint8Array.from(latin, (character) => character.charCodeAt(0)))
  expect(logo.text).toContain('é')
  const { text } = repairedBy(plainXml, logo.text.replace('iso-8859-1', 'utf-8'))
  expect(readLogo(new TextEncoder().encode(text)).text).toContain('é')
})

test('entities are counted', () => {
  const { changes } = repairedBy(
    plainXml,
    `<!DOCTYPE svg [<!ENTITY a "red"><!ENTITY b "blue">]><svg xmlns="http://www.w3.org/2000/svg" fill="&a;"/>`,
  )
  expect(changes.map(({ what }) => what)).toEqual([
    'Take out the DOCTYPE, with its 2 entities written out where used',
  ])
})

test.each([
  [
    'elements',
    '<!DOCTYPE svg [<!ENTITY a "<g/>">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
  ],
  ['who knows what', '<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'],
])('an entity that stands for %s is an obstacle', (_, text) => {
  const { changes, obstacles } = repairedBy(plainXml, text)
  expect(changes).toEqual([])
  expect(obstacles.map(({ element }) => element)).toEqual(['DOCTYPE'])
})
