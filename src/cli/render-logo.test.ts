import { expect, test } from 'vitest'
import { nodeRender } from './render-logo.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const RED = `<svg ${NS} width="4" height="2"><rect width="4" height="2" fill="#f00"/></svg>`
/** The library panics over the marks on so many corners, and takes its process with it. */
const FATAL =
  `<svg ${NS} viewBox="0 0 10 10"><marker id="m"><rect width="1" height="1"/></marker>` +
  `<path marker-mid="url(#m)" stroke="red" stroke-dasharray="0.00001" d="M0 0${'l1 1-1 0'.repeat(5000)}"/></svg>`

async function renderer(longest?: number) {
  const render = await nodeRender(longest)
  if (render === null) throw new Error('no renderer')
  return render
}

test('pixels of a drawing, and the reason where there is none', async () => {
  const render = await renderer()
  const { width, height, data } = await render(RED, 4, '#ffffff')
  expect([width, height, ...data.slice(0, 4)]).toEqual([4, 2, 255, 0, 0, 255])
  await expect(render('<svg', 4, '#ffffff')).rejects.toThrow(/./)
})

test('a drawing that the library dies of is refused, and the next is drawn', async () => {
  const render = await renderer()
  const fatal = render(FATAL, 4, '#ffffff')
  const next = render(RED, 4, '#ffffff')
  await expect(fatal).rejects.toThrow('broke off')
  expect((await next).width).toBe(4)
})

test('a drawing that takes too long is given up', async () => {
  const render = await renderer(1)
  await expect(render(RED, 4, '#ffffff')).rejects.toThrow('takes longer than 1 seconds')
})
