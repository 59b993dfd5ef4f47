/** `marker` and `font`, which attributes do not have (SVG 1.1 section 6.8; CSS 2 section 15.8). */
export interface Plain {
  property: string
  value: string
}

const WIDE = /^(?:inherit|initial|unset|revert)$/i

export function expandShorthand(property: string, value: string): Plain[] {
  switch (property) {
    case 'marker':
      return ['marker-start', 'marker-mid', 'marker-end'].map((each) => ({ property: each, value }))
    case 'font':
      return expandFont(value)
    case 'text-decoration-line':
      return [{ property: 'text-decoration', value }]
    default:
      return [{ property, value }]
  }
}

const PARTS = ['font-style', 'font-variant', 'font-weight', 'font-stretch'] as const
const SIZE =
  /^(?:[\d.+-]+(?:px|pt|pc|mm|cm|in|em|ex|rem|%)?|(?:xx?-)?small|medium|(?:xx?-)?large|smaller|larger)(?:\/\S+)?$/i

function expandFont(value: string): Plain[] {
  if (WIDE.test(value))
    return [...PARTS, 'font-size', 'font-family'].map((property) => ({ property, value }))
  const words = value.split(/\s+/)
  const at = words.findIndex((word, i) => SIZE.test(word) && !isWeight(word, words[i + 1]))
  const size = words[at]
  const family = words
    .slice(at + 1)
    .join(' ')
    .replace(/^\/\s*\S+\s*/, '')
  if (size === undefined || family === '') return []
  const found = new Map<string, string>(PARTS.map((part) => [part, 'normal']))
  for (const word of words.slice(0, at)) found.set(partOf(word), word)
  return [
    ...[...found].map(([property, word]) => ({ property, value: word })),
    { property: 'font-size', value: size.replace(/\/.*$/, '') },
    { property: 'font-family', value: family },
  ]
}

/** A number without a unit before the size is a weight. */
function isWeight(word: string, next: string | undefined): boolean {
  return /^[1-9]\d{0,2}0?$/.test(word) && next !== undefined && SIZE.test(next)
}

function partOf(word: string): string {
  if (/^(?:italic|oblique)$/i.test(word)) return 'font-style'
  if (/^small-caps$/i.test(word)) return 'font-variant'
  return /(?:condensed|expanded)$/i.test(word) ? 'font-stretch' : 'font-weight'
}
