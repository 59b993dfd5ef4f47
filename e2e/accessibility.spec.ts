/** Every page for everybody: axe without violations, nothing sideways, by day and by night, small and wide. */
import { expect, test, violations } from './fixtures.ts'
import { good } from './worlds/good.ts'

const PAGES = [
  '/',
  '/check',
  '/check?domain=zimbra.example',
  '/check?domain=brand.example',
  '/check?domain=silent.example',
  '/check?domain=ex%20ample',
  '/check/file',
  '/rules?q=mode',
  '/rules/sts.record.version-case',
  '/rules/nothing',
  '/about',
  '/nowhere',
]

/** The narrowest first; axe looks where the layout changes. */
const LOOKS = [
  { width: 320, colorScheme: 'light', axe: false },
  { width: 360, colorScheme: 'light', axe: true },
  { width: 360, colorScheme: 'dark', axe: true },
  { width: 1280, colorScheme: 'dark', axe: true },
  { width: 1280, colorScheme: 'light', axe: true },
] as const

for (const path of PAGES)
  test(`${path} is for everybody`, async ({ page, check }) => {
    test.slow()
    await page.goto(path)
    await check.title.waitFor()
    if (path.includes('.example')) await check.done()
    for (const { width, colorScheme, axe } of LOOKS) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      const look = `${width} px, ${colorScheme}`
      expect(await check.overhang(), look).toBeLessThanOrEqual(0)
      if (axe) expect(await violations(page), look).toEqual([])
    }
  })

test('the whole catalogue does not scroll sideways', async ({ page, check }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('/rules')
  await check.title.waitFor()
  expect(await check.overhang()).toBeLessThanOrEqual(0)
})

test('a wait and a failure are for everybody too', async ({ page, check, network }) => {
  test.slow()
  network.world = good
  network.proxy = 'hangs'
  network.policyHosts = 'refuse'
  await check.open('example.com')
  await expect(check.verdict('TLS-RPT')).toContainText('Pass')
  await expect(check.progress).toBeVisible()
  expect(await violations(page), 'waiting').toEqual([])
  network.proxy = 'fails'
  await network.release()
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Could not check')
  expect(await violations(page), 'not fetched').toEqual([])
})

test.describe('other needs', () => {
  test('forced colours and reduced motion keep words and shapes', async ({ page, check }) => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await check.open('zimbra.example')
    await check.done()
    await expect(check.verdict('MTA-STS').locator('svg')).toBeVisible()
    await expect(check.verdict('MTA-STS')).toContainText('Error')
  })

  test('the main task by keyboard alone', async ({ page, check, network }) => {
    network.world = good
    await page.goto('/')
    // Before there is a page there is nothing to go to.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus')).toContainText(/skip/i)
    await page.keyboard.press('Enter')
    for (let step = 0; step < 30; step++) {
      const name = await page.evaluate(() => (document.activeElement as HTMLElement).tagName)
      if (name === 'INPUT') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('example.com')
    await page.keyboard.press('Enter')
    await check.done()
    await expect(check.title).toHaveText('example.com')
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      if ((await page.locator(':focus').evaluate((element) => element.tagName)) === 'SUMMARY') break
    }
    const summary = page.locator('summary:focus')
    await expect(summary).toHaveCSS('outline-style', 'solid')
    const row = summary.locator('..')
    const open = await row.evaluate((element) => (element as HTMLDetailsElement).open)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => row.evaluate((element) => (element as HTMLDetailsElement).open))
      .toBe(!open)
  })
})
