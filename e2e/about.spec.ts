/** What the site says about itself, what it keeps, and addresses without a page. */
import { expect, test } from './fixtures.ts'
import { SitePage } from './pages/site-page.ts'
import { good } from './worlds/good.ts'

test('what leaves the browser is reached from the foot of every page', async ({ start }) => {
  await start.open()
  await start.page.getByRole('link', { name: 'What leaves the browser' }).click()
  await expect(start.page).toHaveURL('/about#leaves')
  await expect(start.section('What leaves the browser').getByRole('table')).toBeInViewport()
  await expect(start.section('Licence')).toContainText('MIT')
})

test('every licence that the page names is there', async ({ page, request }) => {
  await page.goto('/about')
  const links = page.getByRole('region', { name: 'Licence' }).getByRole('link')
  await links.first().waitFor()
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(addresses.length).toBeGreaterThan(1)
  for (const address of addresses) {
    const answer = await request.get(address ?? '')
    expect(answer.status(), address ?? '').toBe(200)
    expect(await answer.text()).toMatch(/licen[cs]e|copyright/i)
  }
})

test('an address without a page names it and leads on', async ({ page }) => {
  await page.goto('/no/such/page')
  const site = new SitePage(page)
  await expect(site.title).toHaveText('There is no page at this address')
  await expect(site.main).toContainText('/no/such/page')
  await site.main.getByRole('link', { name: 'Look a rule up' }).click()
  await expect(page).toHaveURL('/rules')
})

test('colours are chosen, kept, and given back to the system', async ({ page, start }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await start.open()
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  await start.chooseColours('Dark')
  const dark = await paper()
  expect(dark).not.toBe(light)
  await page.reload()
  expect(await paper()).toBe(dark)
  await start.chooseColours('As the system')
  expect(await paper()).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paper()).toBe(dark)
})

test('domains checked before are offered again, and forgotten on request', async ({
  start,
  network,
}) => {
  network.world = good
  await start.open()
  await expect(start.recent).toBeHidden()
  const check = await start.checkDomain('example.com')
  await check.done()
  await start.letterhead('Check').click()
  await expect(start.recent.getByRole('link')).toHaveText(['example.com'])
  await start.page.reload()
  await expect(start.recent.getByRole('link')).toHaveAttribute('href', '/check?domain=example.com')
  await start.forgetDomains()
  await expect(start.recent).toBeHidden()
  const kept = await start.page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).not.toContain('example.com')
})
