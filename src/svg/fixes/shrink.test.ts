import { expect, test } from 'vitest'
import { nodeRender } from '../../cli/render-logo.ts'
import { readLogo, type Logo } from '../logo.ts'
import { verifiedRepair, type VerifiedRepair } from '../verify.ts'
import { NO_OPTIONS } from './fix.ts'
import { repairLogo } from './repair.ts'
import { shrink, SIZE_LIMIT } from './shrink.ts'

const START =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 96 96"><title>Large</title>'

function logo(inner: string): Logo {
  return readLogo(new TextEncoder().encode(`${START}${inner}</svg>`))
}

/** Petals with more decimals than anybody sees. */
function petals(number: number, decimals: number): string {
  return Array.from({ length: number }, (_, i) => {
    const angle = i * 2.399963
    const at = (radius: number, turn: number): string =>
      `${(48 + radius * Math.cos(angle + turn)).toFixed(decimals)},${(48 + radius * Math.sin(angle + turn)).toFixed(decimals)}`
    const radius = 4 + 38 * Math.sqrt(i / number)
    return `<path fill="#${(0x400000 + i * 4093).toString(16)}" d="M ${at(radius, 0)} C ${at(radius + 3, 0.1)} ${at(radius + 4, 0.2)} ${at(radius, 0.3)} L ${at(radius - 3, 0.15)} Z" />`
  }).join('\n    ')
}

async function shrunk(subject: Logo): Promise<VerifiedRepair> {
  const render = await nodeRender()
  if (render === null) throw new Error('no renderer')
  return verifiedRepair(subject, NO_OPTIONS, render, (each, options) =>
    repairLogo(each, options, [shrink]),
  )
}

test('blanks, comments, and what nothing uses go first, and may be enough', async () => {
  const unused = '<defs><linearGradient id="none"><stop offset="0"/></linearGradient></defs>'
  const rest = `<!-- made by hand -->${unused}<g id="petals">${petals(200, 2)}</g>${'\n'.repeat(17_000)}`
  const subject = logo(rest)
  expect(subject.bytes).toBeGreaterThan(SIZE_LIMIT)
  const result = await shrunk(subject)
  expect(result).toMatchObject({ isFixed: true, largest: 0, obstacles: [] })
  const [step] = result.steps
  expect(step?.changes.map(({ what }) => what)).toEqual([
    expect.stringMatching(/^Bring the file from [34]\d,\d{3} to 1\d,\d{3} bytes$/),
    expect.stringMatching(/^Delete blanks and comments between elements: \d+$/),
    'Delete gradients and colours that nothing uses: 1',
    'Delete identifiers that nothing refers to: 1',
  ])
  // Not a number was touched.
  expect(result.text).toContain(petals(1, 2).replace(' />', '/>'))
})

test('then numbers, with as many decimals as fit', async () => {
  const subject = logo(petals(280, 7))
  expect(subject.bytes).toBeGreaterThan(40_000)
  const result = await shrunk(subject)
  expect(result).toMatchObject({ isFixed: true, obstacles: [] })
  expect(readLogo(new TextEncoder().encode(result.text)).bytes).toBeLessThan(SIZE_LIMIT)
  expect(result.steps[0]?.changes.at(-1)?.what).toMatch(/of at most [234] decimals$/)
  expect(result.text).not.toMatch(/d="[^"]*[Aa]/)
})

test('what is too large whatever is done says how large, and keeps what was won', async () => {
  const result = await shrunk(logo(petals(620, 7)))
  expect(result.obstacles).toHaveLength(1)
  expect(result.obstacles[0]?.why).toMatch(/takes \d\d,\d{3} bytes .* refuse more than 32,768/)
  expect(result.same).toBe(true)
  expect(result.text.length).toBeLessThan(90_000)
})

test.each<[string, Logo, number?]>([
  ['a small logo', logo(petals(10, 7))],
  ['a large logo that is not valid', logo(`<g filter="url(#f)">${petals(600, 7)}</g>`), Infinity],
  ['a valid logo just within the limit', logo(`${petals(60, 7)}${' '.repeat(21_500)}`)],
])('%s is not touched', async (_, subject, limit = SIZE_LIMIT) => {
  expect(subject.bytes).toBeLessThanOrEqual(limit)
  expect(await shrunk(subject)).toMatchObject({ steps: [], text: subject.text })
})

test('small round dots are not lost', async () => {
  const dots = Array.from({ length: 40 }, (_, i) => {
    const [x, y] = [6 + (i % 8) * 12, 6 + Math.floor(i / 8) * 12]
    return `<path d="M${x + 0.996},${y}C${x + 0.996},${y + 0.55007}${` `}${x + 0.55007},${y + 0.996} ${x},${y + 0.996}S${x - 0.996},${y + 0.55007} ${x - 0.996},${y} ${x - 0.55007},${y - 0.996} ${x},${y - 0.996} ${x + 0.996},${y - 0.55007} ${x + 0.996},${y}Z"/>`
  }).join('')
  const result = await shrunk(logo(`${dots}${petals(260, 7)}`))
  expect(result).toMatchObject({ isFixed: true, switchedOff: [] })
})

test('a second run has nothing to do', async () => {
  const { text } = await shrunk(logo(petals(280, 7)))
  expect(await shrunk(readLogo(new TextEncoder().encode(text)))).toMatchObject({ steps: [], text })
})

test('references survive', async () => {
  const gradient =
    '<linearGradient id="a-very-long-name"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>'
  const shape = '<rect fill="url(#a-very-long-name)" width="96" height="96"/>'
  const result = await shrunk(logo(`${gradient}${shape}${petals(280, 7)}`))
  expect(result.isFixed).toBe(true)
  expect(result.text).toMatch(/url\(#\w+\)/)
})
