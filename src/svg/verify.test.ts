import { expect, test } from 'vitest'
import { nodeRender } from '../cli/render-logo.ts'
import { replaceChild, elementsOf, type EditElement } from './edit/element.ts'
import { NO_OPTIONS, type Fix, type Loss, type RepairOptions } from './fixes/fix.ts'
import { repairLogo } from './fixes/repair.ts'
import { readLogo, type Logo } from './logo.ts'
import { verifiedRepair, type Render, type VerifiedRepair } from './verify.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const RED = '<circle cx="24" cy="24" r="20" fill="#c00"/>'
const DOT = '<rect x="40" y="2" width="4" height="4" fill="#036"/>'

function logo(inner: string, attributes = 'viewBox="0 0 48 48"', ns = NS): Logo {
  return readLogo(
    new TextEncoder().encode(`<svg ${ns} ${attributes}><title>T</title>${inner}</svg>`),
  )
}

async function renderer(): Promise<Render> {
  const render = await nodeRender()
  if (render === null) throw new Error('no renderer')
  return render
}

function fix(id: string, change: (root: EditElement) => void, loss: Loss = 'lossless'): Fix {
  return {
    id,
    title: `Do ${id}`,
    loss,
    apply({ root }) {
      const origin = elementsOf(root).at(-1)?.origin ?? null
      change(root)
      return { changes: [{ what: id, origin }] }
    },
  }
}

const declare = fix('declare', ({ attributes }) =>
  attributes.set('version', '1.2').set('baseProfile', 'tiny-ps'),
)
const dropLast = fix('drop', (root) => {
  const last = elementsOf(root).at(-1)
  if (last !== undefined) replaceChild(root, last, [])
})
const pad = fix('pad', ({ attributes }) => attributes.set('viewBox', '-6 -6 60 60'), 'margin')
const shift = fix('shift', ({ attributes }) => attributes.set('viewBox', '2 2 44 44'), 'margin')

async function verified(
  subject: Logo,
  fixes: readonly Fix[],
  options: Partial<RepairOptions> = {},
): Promise<VerifiedRepair> {
  return verifiedRepair(subject, { ...NO_OPTIONS, ...options }, await renderer(), (each, chosen) =>
    repairLogo(each, chosen, fixes),
  )
}

test('valid and the same: fixed, with numbers for every view', async () => {
  const result = await verified(logo(RED), [declare])
  expect(result).toMatchObject({ same: true, schemaValid: true, isFixed: true, switchedOff: [] })
  expect(result.obstacles).toEqual([])
  expect(result.views.map(({ size, background }) => `${size} ${background}`)).toEqual(
    [32, 96, 160, 512].flatMap((size) => [`${size} #ffffff`, `${size} #3a4a86`]),
  )
  expect(result.largest).toBe(0)
})

test('a repair that loses a dot is found, switched off, and said', async () => {
  const subject = logo(RED + DOT)
  const result = await verified(subject, [declare, dropLast])
  expect(result.switchedOff).toEqual(['drop'])
  expect(result.text).toContain(DOT)
  expect(result).toMatchObject({ same: true, isFixed: true })
  expect(result.obstacles).toMatchObject([{ element: 'rect' }])
  expect(result.obstacles[0]?.why).toMatch(/“Do drop” would change .* % of the pixels at \d+ px/)
  const { start = 0, end = 0 } = result.obstacles[0]?.origin ?? {}
  expect(subject.text.slice(start, end)).toBe(DOT)
})

test('of several, only those at fault are switched off', async () => {
  const recolour = fix('recolour', (root) =>
    elementsOf(root)
      .find(({ name }) => name === 'circle')
      ?.attributes.set('fill', '#cc0c00'),
  )
  const id = fix('id', ({ attributes }) => attributes.set('id', 'a'))
  const result = await verified(logo(RED + DOT), [recolour, declare, dropLast, id])
  expect(result.switchedOff.toSorted()).toEqual(['drop', 'recolour'])
  expect(result.steps.map((step) => step.fix.id)).toEqual(['declare', 'id'])
  expect(result.isFixed).toBe(true)
})

test('the same, but not valid, is not fixed', async () => {
  const result = await verified(logo(`<g opacity=".5">${RED}</g>`), [declare])
  expect(result).toMatchObject({ same: true, schemaValid: false, isFixed: false })
})

test('what is already switched off stays so, and nothing to do draws nothing', async () => {
  const off = new Set(['declare'])
  const result = await verified(logo(RED), [declare], { off })
  expect(result).toMatchObject({
    steps: [],
    same: true,
    isFixed: false,
    switchedOff: [],
    views: [],
  })
})

test('a white drawing is seen on the other background', async () => {
  const white = '<rect x="10" y="10" width="9" height="9" fill="#fff"/>'
  const result = await verified(logo(RED.replace('24" r', '60" r') + white), [declare, dropLast])
  expect(result.switchedOff).toEqual(['drop'])
})

test.each([
  ['without a namespace', logo(RED, 'viewBox="0 0 48 48"', '')],
  ['with another encoding', logo(`${RED}&#233;`)],
  ['without a viewBox', logo(RED, 'width="48" height="48"')],
  ['with a size in millimetres', logo(RED, 'width="20mm" height="20mm" viewBox="0 0 48 48"')],
  ['with a size in percent', logo(RED, 'width="100%" height="100%" viewBox="0 0 48 48"')],
  ['with a size in its style', logo(RED, 'viewBox="0 0 48 48" style="width:3px; HEIGHT:3px"')],
  ['twice as wide as high', logo(RED, 'viewBox="0 0 96 48"')],
])('a drawing %s is drawn', async (_, subject) => {
  const found = await verified(subject, [declare])
  expect(found).toMatchObject({ same: true })
  expect(found.views).toHaveLength(8)
  const lost = await verified(subject, [dropLast])
  // Nothing of the drawing is left to compare the other way round.
  expect(lost.switchedOff).toEqual(['drop'])
})

test('a blend that is written as an attribute is drawn like one in a style', async () => {
  const style = '<rect width="48" height="48" fill="#0c0" style="mix-blend-mode:multiply"/>'
  const spelled = fix('spell', (root) => {
    const last = elementsOf(root).at(-1)
    last?.attributes.delete('style')
    last?.attributes.set('mix-blend-mode', 'multiply')
  })
  expect(await verified(logo(RED + style), [spelled])).toMatchObject({
    same: true,
    switchedOff: [],
  })
  const lost = fix('lose', (root) => elementsOf(root).at(-1)?.attributes.delete('style'))
  expect(await verified(logo(RED + style), [lost])).toMatchObject({ switchedOff: ['lose'] })
})

test('what follows a change on purpose is held against the state after it', async () => {
  const agreed = fix(
    'agreed',
    (root) => {
      const [, circle] = elementsOf(root)
      if (circle?.name === 'circle') replaceChild(root, circle, [])
    },
    'look',
  )
  const kept = await verified(logo(RED + DOT), [declare, agreed, pad])
  expect(kept).toMatchObject({ isFixed: true, switchedOff: [] })
  expect(kept.text).not.toContain('circle')
  expect(kept.faithful).toContain('circle')
  const lost = await verified(logo(RED + DOT), [agreed, declare, dropLast])
  expect(lost).toMatchObject({ isFixed: true, switchedOff: ['drop'] })
})

test('a margin that only adds room passes', async () => {
  const result = await verified(logo(RED), [declare, pad])
  expect(result).toMatchObject({ isFixed: true, switchedOff: [] })
  expect(result.text).toContain('-6 -6 60 60')
  expect(result.faithful).not.toContain('-6 -6 60 60')
})

test('a margin that cuts is no margin', async () => {
  const result = await verified(logo(DOT.replace('40', '0') + RED), [declare, shift])
  expect(result.switchedOff).toEqual(['shift'])
  expect(result.obstacles[0]?.why).toContain('no longer look the same')
})

test('a margin must not show what the frame has cut off', async () => {
  const outside = '<rect x="-4" y="20" width="6" height="6" fill="#080"/>'
  const result = await verified(logo(RED + outside), [declare, pad])
  expect(result.switchedOff).toEqual(['pad'])
  expect(result.obstacles[0]?.why).toContain('outside its frame')
  expect(result.isFixed).toBe(true)
})

test.each([
  ['nothing shows', logo('<g/>'), 'Nothing shows'],
  [
    'copies of copies',
    logo(
      `<defs><g id="a0">${RED}</g>${Array.from({ length: 40 }, (_, i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`).join('')}</defs><use href="#a40"/>`,
    ),
    '50,000 copies',
  ],
  [
    'endless noise',
    logo(`<filter id="f"><feTurbulence numOctaves="100000000"/></filter>${RED}`),
    '50,000 copies',
  ],
])('%s: not compared, so not called the same', async (_, subject, why) => {
  const result = await verified(subject, [declare])
  expect(result).toMatchObject({ same: false, isFixed: false, views: [] })
  expect(result.obstacles.at(-1)?.why).toContain(why)
})

test('a renderer that fails is told, and nothing is called fixed', async () => {
  const failing: Render = () => Promise.reject(new Error('out of paint'))
  const result = await verifiedRepair(logo(RED), NO_OPTIONS, failing)
  expect(result).toMatchObject({ same: false, isFixed: false })
  expect(result.obstacles.at(-1)?.why).toContain('out of paint')
})

test('text that was changed needs fonts to be compared', async () => {
  const render = await renderer()
  const blind: Render = (svg, size, background) =>
    render(svg.replace(/<text.*?<\/text>/g, ''), size, background)
  const subject = logo(`${RED}<text y="9">A</text>`)
  const change = fix('bold', (root) =>
    elementsOf(root).at(-1)?.attributes.set('font-weight', 'bold'),
  )
  const by =
    (...fixes: Fix[]) =>
    (each: Logo, options: RepairOptions) =>
      repairLogo(each, options, fixes)
  expect(await verifiedRepair(subject, NO_OPTIONS, blind, by(declare))).toMatchObject({
    same: true,
  })
  const changed = await verifiedRepair(subject, NO_OPTIONS, blind, by(declare, change))
  expect(changed).toMatchObject({ same: false })
  expect(changed.obstacles[0]?.why).toContain('no fonts')
})

test('what is no drawing cannot be repaired, and says so', async () => {
  const result = await verified(readLogo(new TextEncoder().encode('<svg><g></svg>')), [declare])
  expect(result).toMatchObject({ text: '<svg><g></svg>', steps: [], isFixed: false, same: false })
  expect(result.obstacles).toHaveLength(1)
})

test('a megabyte of elements is left as it is, and no repair goes through them', async () => {
  const subject = logo('<g/>'.repeat(60_000))
  const repair = () => {
    throw new Error('tried')
  }
  const result = await verifiedRepair(subject, NO_OPTIONS, await renderer(), repair)
  expect(result).toMatchObject({ isFixed: false, text: subject.text, steps: [] })
  expect(result.obstacles.map(({ why }) => why)).toEqual([
    expect.stringContaining('more than 50,000 elements'),
  ])
})
