import { Resvg } from '@resvg/resvg-js'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NO_OPTIONS, type RepairOptions } from '../svg/fixes/fix.ts'
import type { Render } from '../svg/verify.ts'
import { repairJob } from './jobs.ts'

const GOOD = readFileSync('public/logo.svg', 'utf8')

const render: Render = (svg, size, background) => {
  const image = new Resvg(svg, { background, fitTo: { mode: 'zoom', value: 1 } }).render()
  return Promise.resolve({ width: image.width, height: image.height, data: image.pixels, size })
}
const repair = (text: string, options: Partial<RepairOptions> = {}) =>
  repairJob(
    { bytes: new TextEncoder().encode(text), options: { ...NO_OPTIONS, ...options } },
    render,
  )

test('the answer is plain data, which a worker can send', async () => {
  const answer = await repair(GOOD.replace('tiny-ps', 'tiny'))
  expect(structuredClone(answer)).toEqual(answer)
  expect(answer.isFixed).toBe(true)
  expect(answer.steps.map(({ id }) => id)).toContain('profile')
  expect([answer.views, answer.largestView]).toEqual([8, 512])
})

test('a good logo stays as it is', async () => {
  const { text, steps, same } = await repair(GOOD)
  expect([text, steps, same]).toEqual([GOOD, [], true])
})

test('a repair that is switched off says whether it would find something', async () => {
  const off = new Set(['profile', 'style'])
  const { fixes, schemaValid } = await repair(GOOD.replace('tiny-ps', 'tiny'), { off })
  const finding = fixes.filter(({ finds }) => finds).map(({ id }) => id)
  expect(finding).toEqual(['profile'])
  expect(schemaValid).toBe(false)
})

test('what is no drawing has an obstacle and no repair', async () => {
  const { steps, obstacles, isFixed } = await repair('<svg')
  expect([steps.length, obstacles.length, isFixed]).toEqual([0, 1, false])
})
