/** A link is enough: it opens the same page, and one can go back and forward. */
import { expect, test } from './fixtures.ts'
import { good } from './worlds/good.ts'
import { capitalV } from './worlds/faults.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('the link of a check opens it again', async ({ check, network, context }) => {
  network.world = capitalV
  await check.open('katie@example.com')
  await check.done()
  await check.page.getByRole('button', { name: 'Copy link' }).click()
  await expect(check.page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await check.clipboard()
  expect(link).toBe(check.page.url())
  const other = await context.newPage()
  await other.goto(link)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('example.com')
  await expect(other.getByRole('button', { name: 'Check again' })).toBeVisible()
})

test('a reload asks again', async ({ check, network }) => {
  network.world = capitalV
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Error')
  network.world = good
  await check.page.reload()
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
})

test('going back shows what was seen, without asking again', async ({ start, network }) => {
  network.world = good
  await start.open()
  const check = await start.checkDomain('example.com')
  await check.done()
  const { length } = network.asked
  await check.checkAnother('sealed.example')
  await expect(check.title).toHaveText('sealed.example')
  await check.page.goBack()
  await expect(check.title).toHaveText('example.com')
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  await check.page.goBack()
  await expect(start.box).toBeVisible()
  await check.page.goForward()
  await expect(check.title).toHaveText('example.com')
  await check.page.goForward()
  await expect(check.title).toHaveText('sealed.example')
  await check.done()
  expect(network.asked.length).toBe(length)
})

test('checking again asks afresh', async ({ check, network }) => {
  network.world = capitalV
  await check.open('example.com')
  await check.done()
  const { length } = network.asked
  network.world = good
  await check.checkAgain()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  expect(network.asked.length).toBeGreaterThan(length)
})

test('that the domain only sends mail stands in the link', async ({ check, network }) => {
  network.world = good
  await check.open('example.com')
  await check.done()
  await check.page.getByRole('checkbox', { name: /only sends mail/ }).click()
  await expect(check.page).toHaveURL(/sends-only=1/)
  await check.page.reload()
  await check.done()
  await expect(check.page.getByRole('checkbox', { name: /only sends mail/ })).toBeChecked()
})

test('each page has a title of its own', async ({ page, check }) => {
  await check.open('sealed.example')
  await check.done()
  await expect(page).toHaveTitle(/^sealed\.example/)
  for (const [path, title] of [
    ['/', /^Signet/],
    ['/rules', 'Rules – Signet'],
    ['/rules/sts.record.multiple', /– Rules – Signet$/],
    ['/about', 'About – Signet'],
    ['/check', /Check a domain/],
    ['/nowhere', 'Not found – Signet'],
  ] as const) {
    await page.goto(path)
    await expect(page).toHaveTitle(title)
  }
})
