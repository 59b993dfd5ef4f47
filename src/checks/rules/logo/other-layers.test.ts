import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { logoFact } from '../../../facts/logo-facts.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { findingsOf, judge } from '../../report.ts'
import { ruleOf } from '../../catalogue.ts'
import { logoLayerOf } from './layers.ts'
import { LOGO_RULES } from './list.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const ROOT = `${NS} version="1.2" baseProfile="tiny-ps"`
const FRAME = 'width="96" height="96" viewBox="0 0 96 96"'
const NAMES = '<title>Finch Tea</title><desc>A finch</desc>'
const GROUND = '<rect width="96" height="96" fill="#fff"/>'
const BIRD = '<circle cx="48" cy="48" r="20" fill="#a00"/>'

const findings = (facts: RawFactSet) => findingsOf(judge({ kind: 'logo', name: 'logo.svg' }, facts))
const factsOf = (text: string): RawFactSet => ({
  logo: logoFact(new TextEncoder().encode(text), { name: 'logo.svg', via: 'file' }),
})

/** `level id @ the text of the place`, worst first. */
const seen = (text: string): string[] =>
  findings(factsOf(text)).map(({ id, words, spot }) => {
    const place = spot === undefined ? '' : ` @ ${text.slice(spot.start, spot.end)}`
    return `${words.severity} ${id.slice('logo.'.length)}${place}`
  })

const good = (inner: string, frame = FRAME): string =>
  `<svg ${ROOT} ${frame}>${NAMES}${GROUND}${BIRD}${inner}</svg>`

test('a good logo has no finding at all', () => expect(seen(good(''))).toEqual([]))

test('nor has our own but for what Gmail’s help page says of groups', () => {
  const logo = logoFact(readFileSync('public/logo.svg'), { name: 'logo.svg', via: 'file' })
  expect(findings({ logo }).map(({ id }) => id)).toEqual(['logo.group.present'])
})

test.each<[string, string, string[]]>([
  ['a colour of CSS', '<path fill="tomato" d=""/>', ['warning value.color @ fill="tomato"']],
  ['a colour of HTML', '<path fill="Fuchsia" d=""/>', []],
  ['the colour of the system', '<path fill="ButtonFace" d=""/>', []],
  ['no paint', '<path fill="none" stroke="currentColor" color="inherit" d=""/>', []],
  ['no value at all', '<path fill="" d=""/>', ['warning value.color @ fill=""']],
  [
    'alpha in a colour',
    '<path stroke="#11223344" d=""/>',
    ['warning value.color @ stroke="#11223344"'],
  ],
  ['a gradient with a fallback', '<linearGradient id="a"/><path fill="url(#a) #f00" d=""/>', []],
  [
    'a gradient with a bad fallback',
    '<linearGradient id="a"/><path fill="url(#a) redd" d=""/>',
    ['warning value.color @ fill="url(#a) redd"'],
  ],
  [
    'a stop in a CSS colour',
    '<linearGradient><stop stop-color="teall" offset="50%"/></linearGradient>',
    ['warning value.color @ stop-color="teall"'],
  ],
  ['a path to its first fault', '<path d="M40 40L50 50 banana"/>', ['warning value.path @ b']],
  ['a path without its move', '<path d="L40 40"/>', ['warning value.path @ L']],
  ['arcs', '<path d="M40 40a5 5 0 01 4 4a1 1 0 0 0 1 1z"/>', ['notice value.arc @ a']],
  ['a unit on a shape', '<circle r="5px" cx="48" cy="48"/>', ['warning value.length @ p']],
  [
    'a percentage on a shape',
    '<rect width="10%" height="5" x="40" y="40"/>',
    ['warning value.length @ %'],
  ],
  ['a negative radius', '<circle r="-5"/>', ['warning value.length @ r="-5"']],
  [
    'a width that is a sum',
    '<path stroke-width="calc(1px)" d=""/>',
    ['warning value.length @ stroke-width="calc(1px)"'],
  ],
  [
    'dashes',
    '<path stroke-dasharray="1, 2 3" d=""/><path stroke-dasharray="1,-2" d=""/>',
    ['warning value.length @ stroke-dasharray="1,-2"'],
  ],
  [
    'an unreadable transform',
    '<path transform="translate(1px)" d=""/>',
    ['warning value.transform @ p'],
  ],
  [
    'a transform of SVG Tiny',
    '<path transform="none" d=""/><path transform="rotate(1,2,3)" d=""/>',
    [],
  ],
  [
    'points to their end',
    '<polyline points="40,40 50"/>',
    ['warning value.points @ points="40,40 50"'],
  ],
  [
    'a reference out',
    '<path fill="url(https://example.com/#a)" d=""/>',
    ['error reference.external @ fill="url(https://example.com/#a)"'],
  ],
  [
    'a use of another file',
    '<use href="other.svg#a"/>',
    [
      'error reference.external @ href="other.svg#a"',
      'notice use.present @ <use href="other.svg#a"/>',
    ],
  ],
  [
    'a base elsewhere',
    '<g xml:base="https://example.com/"/>',
    [
      'error reference.external @ xml:base="https://example.com/"',
      'notice group.present @ <g xml:base="https://example.com/"/>',
    ],
  ],
  [
    'fonts elsewhere',
    '<path requiredFonts="https://example.com/a" d=""/>',
    ['error reference.external @ requiredFonts="https://example.com/a"'],
  ],
  [
    'a reference to nothing',
    '<path fill="url(#gone)" d=""/>',
    ['warning reference.dangling @ fill="url(#gone)"'],
  ],
  [
    'a use of itself',
    '<use id="a" href="#a"/>',
    ['error reference.cyclic @ href="#a"', 'notice use.present @ <use id="a" href="#a"/>'],
  ],
  [
    'two uses of each other',
    '<use id="a" href="#b"/><use id="b" href="#a"/>',
    [
      'error reference.cyclic @ href="#b"',
      'error reference.cyclic @ href="#a"',
      'notice use.present @ <use id="a" href="#b"/>',
    ],
  ],
  [
    'an id three times',
    '<path id="a" d=""/><path id="a" d=""/><path xml:id="a" d=""/>',
    ['warning id.duplicate @ id="a"', 'warning id.duplicate @ xml:id="a"'],
  ],
  ['text', '<text x="40" y="40">Tea</text>', ['warning text.present @ <text x="40" y="40">']],
  ['groups are told once', '<g><g/></g><g/>', ['notice group.present @ <g>']],
  [
    'content beyond the circle',
    '<path d="M1 1h9v9h-9zM95 95h-9v-9z"/>',
    ['warning shape.circle-crop @ <path d="M1 1h9v9h-9zM95 95h-9v-9z"/>'],
  ],
  ['content far to the right', '<path d="M68 40h20v10h-20z"/>', ['notice shape.off-centre @ <svg']],
  ['an empty description too', '<desc> </desc>', ['warning desc.empty @ <desc> </desc>']],
])('%s', (_, inner, expected) => expect(seen(good(inner))).toEqual(expected))

test.each<[string, string, string[]]>([
  [
    'not square',
    'width="96" height="96" viewBox="0 0 200 160"',
    ['error shape.not-square @ viewBox="0 0 200 160"'],
  ],
  ['square but for rounding', 'width="96" height="96" viewBox="0 0 96 95.99"', []],
  ['no viewBox', 'width="96" height="96"', ['warning shape.no-view-box @ <svg']],
  [
    'no viewBox and not square',
    'width="96" height="97"',
    ['error shape.not-square @ <svg', 'warning shape.no-view-box @ <svg'],
  ],
  ['a viewBox with commas', 'width="96" height="96" viewBox="0,0,96,96"', []],
  [
    'a viewBox that cannot be read',
    'width="96" height="96" viewBox="0 0 96px 96px"',
    ['warning value.view-box @ p'],
  ],
  [
    'an empty viewBox',
    'width="96" height="96" viewBox=""',
    ['warning value.view-box @ viewBox=""'],
  ],
  [
    'relative sides',
    'width="100%" height="100%" viewBox="0 0 96 96"',
    ['warning size.relative @ width="100%"', 'warning size.relative @ height="100%"'],
  ],
  ['no sides', 'viewBox="0 0 96 96"', ['warning size.relative @ <svg']],
  [
    'small sides',
    'width="48" height="48px" viewBox="0 0 96 96"',
    ['warning size.small @ width="48"', 'warning size.small @ height="48px"'],
  ],
  [
    'sides in the size of letters, told once',
    'width="9em" height="9em" viewBox="0 0 96 96"',
    ['warning value.length @ width="9em"', 'warning value.length @ height="9em"'],
  ],
  ['sides in millimetres', 'width="30mm" height="30mm" viewBox="0 0 96 96"', []],
  [
    'a side that is no length',
    'width="auto" height="96" viewBox="0 0 96 96"',
    ['warning value.length @ width="auto"'],
  ],
  [
    'inert attributes',
    `${FRAME} zoomAndPan="disable" focusable="false"`,
    [
      'notice root.inert-attribute @ zoomAndPan="disable"',
      'notice root.inert-attribute @ focusable="false"',
    ],
  ],
])('%s', (_, frame, expected) =>
  expect(
    seen(good('', frame)).filter((line) => !/off-centre|circle-crop|transparent/.test(line)),
  ).toEqual(expected),
)

test('an element in the wrong place is told as that alone', () => {
  const inner = '<path d=""><text/></path><path d=""><use href="#a"/></path><path d=""><g/></path>'
  expect(seen(good(inner)).map((line) => line.split(' ')[1])).toEqual([
    'element.misplaced',
    'element.misplaced',
    'element.misplaced',
  ])
})

test('what hides in places that go anyway is not told again', () => {
  const text = good(
    '<filter><use href="https://example.com/"/></filter><image href="https://example.com/"/>',
  )
  expect(seen(text).map((line) => line.split(' ')[1])).not.toContain('reference.external')
})

test('every id of the three layers has its layer', () => {
  const layers = new Map<string, string[]>()
  for (const id of LOGO_RULES.flatMap(({ messages }) => Object.keys(messages))) {
    const layer = logoLayerOf(id) ?? 'none'
    layers.set(layer, [...(layers.get(layer) ?? []), id])
    expect(ruleOf(id)).toBeDefined()
  }
  expect([...layers.keys()].sort()).toEqual(['draft', 'provider', 'schema'])
  expect(layers.get('provider')?.sort()).toEqual(
    (
      'background.transparent group.present shape.circle-crop shape.off-centre size.relative size.small text.present ' +
      'title.generic use.present xml.bom xml.comment xml.processing-instruction xml.unused-namespace'
    )
      .split(' ')
      .map((id) => `logo.${id}`),
  )
  expect(logoLayerOf('sts.record.multiple')).toBeNull()
})

test('thousands of uses of thousands of shapes hold nobody up', () => {
  const many = 12_000
  const text = good(
    `<g id="a">${'<rect width="1" height="1"/>'.repeat(many)}</g>${'<use href="#a"/>'.repeat(many)}`,
  )
  expect(seen(text).filter((line) => line.includes('reference'))).toEqual([])
})

test('a use that leads to itself by way of others', () => {
  const text = good(
    '<g id="a"><use href="#b"/></g><g id="b"><g><use href="#c"/></g></g><g id="c"><use href="#a"/></g><use href="#a"/>',
  )
  expect(seen(text).filter((line) => line.includes('reference'))).toEqual([
    'error reference.cyclic @ href="#b"',
    'error reference.cyclic @ href="#c"',
    'error reference.cyclic @ href="#a"',
  ])
})
