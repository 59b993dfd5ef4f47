/** Real artwork made into valid logos, and the same with one defect each, as tools and people leave them. */
import { readdirSync, readFileSync } from 'node:fs'
import type { CorpusFile } from './logo-corpus.ts'

const FOLDER = 'node_modules/super-tiny-icons/images/svg'
const FIRST_SHAPE = /<(?:path|rect|circle|g|ellipse|polygon)\b/

type Change = (svg: string) => string

const on =
  (attribute: string): Change =>
  (svg) =>
    svg.replace(FIRST_SHAPE, `$& ${attribute}`)
const root =
  (attribute: string): Change =>
  (svg) =>
    svg.replace('<svg', `<svg ${attribute}`)
const end =
  (element: string): Change =>
  (svg) =>
    svg.replace(/<\/svg>\s*$/, `${element}</svg>`)

const DEFECTS: Record<string, Change> = {
  none: (svg) => svg,
  'no title': (svg) => svg.replace(/<title>.*?<\/title>/, ''),
  'title last': (svg) => end('<title>t</title>')(svg.replace(/<title>.*?<\/title>/, '')),
  'version 1.1': (svg) => svg.replace('version="1.2"', 'version="1.1"'),
  'profile tiny': (svg) => svg.replace('tiny-ps', 'tiny'),
  'x on the root': root('x="0px"'),
  style: on('style="fill:red"'),
  opacity: on('opacity=".5"'),
  'event handler': on('onclick="a()"'),
  'xlink:href': on('xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"'),
  'bad id': on('id="1a"'),
  'two ids': on('id="a" xml:id="b"'),
  'numeric weight': on('font-weight="700"'),
  script: end('<script/>'),
  image: end('<image href="a.png"/>'),
  'nested svg': end('<svg/>'),
  'clip path': end('<defs><clipPath id="c"><path d="M0 0"/></clipPath></defs>'),
  text: end('stray'),
  'cut off': (svg) => svg.slice(0, -5),
  doctype: (svg) => `<!DOCTYPE svg>${svg}`,
}

export function* logoArtwork(): Generator<CorpusFile> {
  const encoder = new TextEncoder()
  for (const file of readdirSync(FOLDER)) {
    const svg = prepared(readFileSync(`${FOLDER}/${file}`, 'utf8'))
    for (const [defect, change] of Object.entries(DEFECTS))
      yield { name: `${file}: ${defect}`, bytes: encoder.encode(change(svg)) }
  }
}

/** Version, profile and title, as a designer would add them; what the artwork has of its own stays. */
function prepared(svg: string): string {
  return svg.replace(/<svg\b[^>]*>/, (tag) =>
    tag
      .replace(/\s(?:aria-\w+|role|version|baseProfile|id)=(?:"[^"]*"|'[^']*')/g, '')
      .replace(/>$/, ' version="1.2" baseProfile="tiny-ps"><title>t</title>'),
  )
}
