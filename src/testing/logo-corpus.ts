/** SVG files for comparing our verdicts with those of the published schema: every combination that it could mean. */
import { xmlLevelFiles } from './logo-corpus-xml.ts'

export interface CorpusFile {
  name: string
  bytes: Uint8Array
}

const ALLOWED = (
  'svg title desc metadata g defs path rect circle line ellipse polyline polygon text textArea use stop solidColor ' +
  'linearGradient radialGradient'
).split(' ')
const FORBIDDEN = (
  'font glyph hkern font-face style script image a switch symbol marker pattern clipPath mask filter feBlend ' +
  'foreignObject tspan tbreak textPath animate animateTransform set video view SVG Path i:foo'
).split(' ')
const COMMON = (
  'id xml:id xml:base xml:lang xml:space class role rel rev typeof content datatype resource about property fill ' +
  'fill-opacity fill-rule stroke stroke-opacity stroke-width stroke-dasharray stroke-dashoffset stroke-linecap ' +
  'stroke-linejoin stroke-miterlimit color color-rendering vector-effect direction unicode-bidi solid-color ' +
  'solid-opacity display-align line-increment stop-color stop-opacity font-family font-size font-style font-variant ' +
  'font-weight text-anchor text-align'
).split(' ')
const OWN = (
  'version baseProfile width height viewBox preserveAspectRatio zoomAndPan externalResourcesRequired focusable ' +
  'playbackOrder snapshotTime timelineBegin contentScriptType transform requiredFonts systemLanguage d pathLength x y ' +
  'rx ry cx cy r x1 y1 x2 y2 points rotate editable href gradientUnits offset display visibility image-rendering ' +
  'shape-rendering text-rendering buffered-rendering viewport-fill viewport-fill-opacity'
).split(' ')
const NEVER = (
  'style opacity clip-path clip-rule mask filter overflow enable-background marker-end letter-spacing word-spacing ' +
  'text-decoration dominant-baseline paint-order mix-blend-mode transform-origin onclick onload data-name aria-label ' +
  'tabindex lang gradientTransform spreadMethod fx fy xlink:href i:foo s:fill xml:foo FILL'
).split(' ')
const VALUES = (
  '|a| a |1a|-a|.a|a b|a:b|a,b|é|🎉|x.y-z_1|a\u00b7|none|inherit|auto|NONE|nonzero|evenodd|butt|round|square|miter|' +
  'bevel|optimizeSpeed|optimizeQuality|optimizeLegibility|non-scaling-stroke|ltr|rtl|normal|embed|bidi-override|before|' +
  'center|after|start|middle|end|italic|oblique|small-caps|bold|bolder|lighter|400|700|default|preserve|userSpaceOnUse|' +
  'objectBoundingBox|disable|magnify|false|true|all|onLoad|1.2| 1.2 |1.20|1.1|tiny-ps|tiny| tiny-ps\t|en|en-GB|en_US|' +
  'abcdefghi|a-|x-klingon|block|list-item|table-cell|visible|hidden|collapse|crispEdges|geometricPrecision|dynamic|' +
  'static|xMidYMid|xMidYMidmeet| xMidYMid  meet |xMidYMid slice|none meet|nonemeet|defer xMidYMid|xMinYMin|&#160;a|' +
  'a&#10;b|&#9;normal&#10;|url(#a)|#f00|redd|M0 0|[x]'
).split('|')

const BODY = '<rect width="10" height="10" fill="#000"/>'

interface Parts {
  attributes?: string
  inner?: string
  title?: string
}

/** A valid logo with something added. */
export function logoWith({
  attributes = '',
  inner = BODY,
  title = '<title>t</title>',
}: Parts): string {
  const base = /\bversion=/.test(attributes) ? '' : ' version="1.2"'
  const profile = /baseProfile=/.test(attributes) ? '' : ' baseProfile="tiny-ps"'
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="urn:i" ` +
    `xmlns:s="http://www.w3.org/2000/svg"${base}${profile} ${attributes}>${title}${inner}</svg>`
  )
}

export function* logoCorpus(): Generator<CorpusFile> {
  const encoder = new TextEncoder()
  for (const [name, text] of texts()) yield { name, bytes: encoder.encode(text) }
  yield* xmlLevelFiles()
}

function* texts(): Generator<[string, string]> {
  yield* elementsInElements()
  yield* attributesOnElements()
  yield* valuesOfAttributes()
  yield* textInElements()
}

/** An element in its place in a valid logo: children of the root, stops in a gradient. */
function placed(name: string, attributes: string, inner = ''): string {
  if (name === 'svg') return logoWith({ attributes, inner })
  const element = `<${name} ${attributes}>${inner}</${name}>`
  if (name === 'title') return logoWith({ title: element })
  return logoWith({
    inner: name === 'stop' ? `<linearGradient>${element}</linearGradient>` : element,
  })
}

function* elementsInElements(): Generator<[string, string]> {
  for (const outer of [...ALLOWED, ...FORBIDDEN])
    for (const inner of [...ALLOWED, ...FORBIDDEN]) {
      yield [`${inner} in ${outer}`, placed(outer, '', `<${inner}/>`)]
      if (ALLOWED.includes(outer))
        yield [
          `${inner} twice in g in ${outer}`,
          placed(outer, '', `<g><${inner}/><${inner}/></g>`),
        ]
    }
  for (const name of [...ALLOWED, ...FORBIDDEN]) {
    yield [`${name} before the title`, logoWith({ title: `<${name}/><title>t</title>` })]
    yield [`${name} twice`, placed(name, '').replace('</svg>', `<${name}/></svg>`)]
    yield [`s:${name}`, logoWith({ inner: `<s:${name}/>` })]
    yield [`${name} without namespace`, logoWith({ inner: `<${name} xmlns=""/>` })]
    yield [`${name} as the root`, logoWith({}).replaceAll(/(<\/?)svg/g, `$1${name}`)]
  }
}

function* attributesOnElements(): Generator<[string, string]> {
  for (const element of ALLOWED)
    for (const attribute of [...COMMON, ...OWN, ...NEVER]) {
      for (const value of ['x', 'inherit', 'normal', '1.2'])
        yield [`${attribute}="${value}" on ${element}`, placed(element, `${attribute}="${value}"`)]
    }
}

function* valuesOfAttributes(): Generator<[string, string]> {
  for (const attribute of [...COMMON, ...OWN]) {
    const homes = ['svg', 'path', 'title', 'linearGradient', 'text'].filter(
      (element) => !OWN.includes(attribute) || element !== 'path' || attribute === 'd',
    )
    for (const element of homes.slice(0, 4))
      for (const value of VALUES)
        yield [`${attribute}="${value}" on ${element}`, placed(element, `${attribute}="${value}"`)]
  }
}

function* textInElements(): Generator<[string, string]> {
  const samples = [
    'x',
    ' \n\t',
    '&#32;',
    '&#160;',
    '\u00a0',
    '<![CDATA[ ]]>',
    '<![CDATA[x]]>',
    '<![CDATA[]]>',
    '<!--x-->',
    '<?x y?>',
    '&#13;',
    '&lt;',
    'é',
  ]
  for (const element of [...ALLOWED, 'a', 'tspan'])
    for (const text of samples)
      yield [`${JSON.stringify(text)} in ${element}`, placed(element, '', text)]
}
