import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readLogo } from '../../../svg/logo.ts'
import { SAMPLE_LOGO } from '../sample-logo.ts'
import { weightsOf } from './weights.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const weights = (text: string) =>
  new Map(
    weightsOf(readLogo(new TextEncoder().encode(text))).map(({ name, bytes }) => [name, bytes]),
  )

test.each([
  ['our own logo', readFileSync('public/logo.svg', 'utf8')],
  ['the sample', SAMPLE_LOGO.text],
  ['more than one byte for a letter', `<svg ${NS}><title>Žižkov – 酒</title><!-- é --></svg>`],
  [
    'remarks inside and outside',
    `<!-- a --><svg ${NS}><metadata><!-- b --></metadata><!-- c --><g/></svg>`,
  ],
])('every byte counts once: %s', (_, text) => {
  const all = [...weights(text).values()].reduce((sum, one) => sum + one, 0)
  expect(all).toBe(new TextEncoder().encode(text).length)
})

test('each kind of element is weighed by its name', () => {
  const parts = {
    Paths: '<path d="M0 0h9"/>',
    'Other shapes': '<rect width="1"/><circle r="2"/>',
    Gradients: '<linearGradient><stop offset="0"/></linearGradient>',
    Bitmaps: '<image href="data:image/png;base64,AAAA"/>',
    'Style sheets': '<style>a{fill:red}</style>',
    'Metadata of editors': '<metadata>x</metadata>',
    'Comments and declarations': '<!-- made by hand -->',
    'Filters, masks and clips': '<clipPath id="c"><path d="M0 0"/></clipPath>',
  }
  const found = weights(`<svg ${NS}>${Object.values(parts).join('')}</svg>`)
  for (const [name, text] of Object.entries(parts))
    expect([name, found.get(name)]).toEqual([name, text.length])
})

test('the heaviest stands first', () => {
  const sizes = [...weights(SAMPLE_LOGO.text).values()]
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
})

test('what cannot be read has no parts', () => {
  expect(weights('<svg').size).toBe(0)
})
