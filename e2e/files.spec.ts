/** Files that are dropped or pasted, on any page: the bytes decide, and what cannot be read yet is told. */
import { expect, test } from './fixtures.ts'
import { SitePage } from './pages/site-page.ts'
import { GOOD_POLICY } from './worlds/good.ts'

const policy = (lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('')
const faulty = policy(GOOD_POLICY.map((line) => line.replace('enforce', 'enforced')))

test('a policy file is judged before it is published', async ({ start, network }) => {
  await start.open()
  await start.drop({ name: 'new.bin', text: policy(GOOD_POLICY) })
  await expect(start.page).toHaveURL('/check/file')
  await expect(start.title).toHaveText('new.bin')
  await expect(start.main).toContainText('Pass: senders can use this file as it is.')
  await expect(start.main).toContainText('Nothing was sent.')
  expect(network.asked).toEqual([])
})

test('a faulty one has its spot marked, and leads to the finding', async ({ page, start }) => {
  await page.goto('/about')
  await start.drop({ name: 'mta-sts.txt', text: faulty })
  await expect(start.title).toHaveText('mta-sts.txt')
  await expect(start.main.locator('mark')).toHaveText('enforced')
  await start.main.getByRole('button', { name: /^Error The mode reads/ }).click()
  await expect(page.locator('summary:focus')).toContainText('The mode reads')
  await page.reload()
  await expect(start.main.locator('mark')).toHaveText('enforced')
  await page.goBack()
  await expect(page).toHaveURL('/about')
})

test('a file is chosen with the button as well', async ({ page, start }) => {
  await start.open()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (
    await chooser
  ).setFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(faulty) })
  await expect(start.title).toHaveText('a.txt')
})

test('pasted text is a policy file or a domain', async ({ page, start }) => {
  await start.open()
  await start.paste(policy(GOOD_POLICY))
  await expect(start.title).toHaveText('pasted text')
  await start.paste('katie@sealed.example\n')
  await expect(start.title).toHaveText('sealed.example')
  // In a field, a paste is what it is everywhere.
  await page.goto('/rules')
  await page.getByLabel('Search the rules').fill('mode')
  await expect(page).toHaveURL(/\/rules\?q=mode/)
})

const OTHERS = [
  { name: 'logo.txt', text: '<svg xmlns="http://www.w3.org/2000/svg"/>', is: 'An SVG drawing' },
  { name: 'a.svg', text: '-----BEGIN CERTIFICATE-----\nMII=\n', is: 'A certificate or key in PEM' },
  {
    name: 'r',
    text: '{"organization-name":"x","report-id":"1","policies":[]}',
    is: 'A TLS report',
  },
  { name: 'page.txt', text: '<!doctype html><script>console.error(1)</script>', is: 'A web page' },
  { name: 'empty', text: '', is: 'Nothing' },
  { name: '<b>x</b>.txt', text: 'hello', is: 'Text' },
]

test('what has no page of its own is listed with what it is', async ({ start, network }) => {
  await start.open()
  await start.drop(...OTHERS, { name: 'mta-sts.txt', text: faulty })
  const rows = start.given.getByRole('listitem')
  await expect(rows).toHaveCount(OTHERS.length + 1)
  for (const { name, is } of OTHERS) {
    const own = rows.filter({ has: start.page.getByText(name, { exact: true }) })
    await expect(own).toContainText(`${is}.`)
  }
  expect(network.asked).toEqual([])
  await start.given.getByRole('link', { name: 'Check this file' }).click()
  await expect(start.title).toHaveText('mta-sts.txt')
  await start.page.goBack()
  await start.given.getByRole('button', { name: 'Clear the list' }).click()
  await expect(rows).toHaveCount(0)
})

test('the address of a file holds no file', async ({ page }) => {
  await page.goto('/check/file')
  await expect(new SitePage(page).title).toHaveText('No file is here')
})
