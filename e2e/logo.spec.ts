/** The logo lab: files of every kind come in, are judged, shown, repaired and taken away again. Nothing leaves. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { readLogo } from '../src/svg/logo.ts'
import { expect, test } from './fixtures.ts'

const GOOD = readFileSync('public/logo.svg', 'utf8')
const FAULTY = GOOD.replace('baseProfile="tiny-ps"', 'baseProfile="tiny" x="0px"')
const bytes = (text: string) => new TextEncoder().encode(text)
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('our own logo passes all three layers', async ({ logo }) => {
  await logo.open()
  await logo.drop({ name: 'seal.svg', text: GOOD })
  await expect(logo.title).toHaveText('seal.svg')
  for (const layer of ['Schema', 'Draft', 'Mailboxes'])
    await expect(logo.verdict(layer)).toContainText('Pass')
  await logo.repaired()
  await expect(logo.verdict('Repaired')).toContainText('Nothing to fix')
  await expect(logo.main).toContainText('has not left this browser')
})

test('a faulty one is dropped on another page, fixed, and downloaded', async ({ page, logo }) => {
  await page.goto('/about')
  await logo.drop({ name: 'seal.svg', text: FAULTY })
  await expect(page).toHaveURL('/logo')
  await expect(logo.verdict('Schema')).toContainText('Error')
  await logo.repaired()
  await expect(logo.verdict('Repaired')).toContainText('Fixed')
  const { name, bytes: file } = await logo.download('Download seal-fixed.svg')
  expect(name).toBe('seal-fixed.svg')
  expect(readLogo(file).schemaValid).toBe(true)
  const packed = await logo.download('Download SVGZ')
  expect(packed.name).toBe('seal-fixed.svgz')
  expect(new Uint8Array(gunzipSync(packed.bytes))).toEqual(file)
})

test('a repair is switched off and on again', async ({ logo }) => {
  await logo.open()
  await logo.drop({ name: 'seal.svg', text: FAULTY })
  await logo.repaired()
  const profile = logo.switch(/Declare the profile/)
  await profile.uncheck()
  await expect(logo.verdict('Repaired')).toContainText('Not fixed')
  await profile.check()
  await expect(logo.verdict('Repaired')).toContainText('Fixed')
})

test('pasted source is a logo, on one line as well', async ({ logo, start }) => {
  await start.open()
  await logo.paste(FAULTY.replaceAll('\n', ''))
  await expect(logo.title).toHaveText('pasted.svg')
  await logo.page.getByLabel('Or paste the source of an SVG').fill(GOOD)
  await logo.page.getByRole('button', { name: 'Check this source' }).click()
  await expect(logo.files).toHaveCount(2)
  await expect(logo.verdict('Schema')).toContainText('Pass')
})

test('several files at once, each with its verdict', async ({ logo }) => {
  await logo.open()
  await logo.dropBytes(
    { name: 'good.svg', bytes: bytes(GOOD) },
    { name: 'faulty.svg', bytes: bytes(FAULTY) },
    { name: 'packed.svgz', bytes: new Uint8Array(gzipSync(GOOD)) },
  )
  await expect(logo.files).toHaveCount(3)
  await expect(logo.files.nth(0)).toContainText('Pass')
  await expect(logo.files.nth(1)).toContainText('Error')
  await expect(logo.files.nth(2)).toContainText('Pass')
  await logo.files
    .nth(2)
    .getByRole('button', { name: /^packed.svgz/ })
    .click()
  await expect(logo.title).toHaveText('packed.svgz')
  await expect(logo.main).toContainText('SVGZ')
  await logo.files.nth(2).getByRole('button', { name: 'Forget packed.svgz' }).click()
  await expect(logo.files).toHaveCount(2)
})

test('a bitmap under another name is told', async ({ logo }) => {
  await logo.open()
  await logo.dropBytes({ name: 'logo.svg', bytes: PNG })
  await expect(logo.title).toHaveText('logo.svg')
  await expect(logo.verdict('Schema')).toContainText('PNG')
  await expect(logo.main.getByRole('button', { name: /^Download/ })).toHaveCount(0)
})

test('a file of 5 MB is told by its size, at once', async ({ logo }) => {
  await logo.open()
  const large = new Uint8Array(5 * 1024 * 1024).fill(32)
  large.set(bytes('<svg xmlns="http://www.w3.org/2000/svg">'))
  await logo.dropBytes({ name: 'large.svg', bytes: large })
  await expect(logo.main).toContainText('5.2 MB')
  await expect(logo.main).toContainText('32,768')
})

test('what was given is gone after a reload, and the page says so before', async ({
  page,
  logo,
}) => {
  await logo.open()
  await logo.trySample()
  await expect(logo.main).toContainText('a reload forgets it')
  await page.reload()
  await expect(logo.title).toHaveText('Will this logo do for BIMI?')
})

test('typing is judged at once, and can be undone', async ({ page, logo }) => {
  await logo.open()
  await logo.drop({ name: 'seal.svg', text: GOOD })
  await expect(logo.editor).toBeVisible()
  await logo.editor.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.insertText('<image/>')
  await expect(logo.verdict('Schema')).toContainText('Error')
  await expect(logo.notes).toContainText(/image|bitmap/i)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(logo.verdict('Schema')).toContainText('Pass')
})

test('the repairs go into the source, marked, and out again', async ({ logo }) => {
  await logo.open()
  await logo.drop({ name: 'seal.svg', text: FAULTY })
  await logo.repaired()
  await logo.page.getByRole('button', { name: 'Put the repairs into the source' }).click()
  await expect(logo.verdict('Schema')).toContainText('Pass')
  await expect(logo.page.locator('.cm-line.fixed').first()).toBeVisible()
  await logo.page.getByRole('button', { name: 'Back to the file as dropped' }).click()
  await expect(logo.verdict('Schema')).toContainText('Error')
})

test('what was made is there after the way to the BIMI wizard and back', async ({ page, logo }) => {
  await logo.open()
  await logo.trySample()
  await expect(logo.title).toBeFocused()
  await logo.repaired()
  const put = logo.page.getByRole('button', { name: 'Put the repairs into the source' })
  await put.focus()
  await page.keyboard.press('Enter')
  await expect(logo.verdict('Schema')).toContainText('Pass')
  await expect(put).toBeFocused()
  await logo.handOver.getByRole('link', { name: 'Open in the BIMI wizard' }).click()
  await expect(page).toHaveURL('/bimi')
  await page.goBack()
  await expect(logo.title).toHaveText('marten-roastery.svg')
  await expect(logo.verdict('Schema')).toContainText('Pass')
  await expect(logo.handOver).toContainText('marten-roastery-fixed.svg')
})

test('the served file beside the one that was made', async ({ logo }) => {
  await logo.open()
  await logo.drop(
    { name: 'mine.svg', text: GOOD },
    { name: 'served.svg', text: GOOD.replace(' baseProfile="tiny-ps"', '') },
  )
  await logo.files
    .nth(0)
    .getByRole('button', { name: /^mine.svg/ })
    .click()
  await expect(logo.title).toHaveText('mine.svg')
  await logo.repaired()
  await logo.compare.getByLabel('Compare with').selectOption('served.svg')
  await expect(logo.compare).toContainText('baseProfile on svg')
})

test('mailboxes: choices show one view at a time, and a PNG can be kept', async ({ logo }) => {
  await logo.open()
  await logo.drop({ name: 'seal.svg', text: GOOD })
  await logo.repaired()
  await expect(
    logo.mailboxes.getByRole('img', { name: 'Logo of Signet, 32 pixels' }).first(),
  ).toBeVisible()
  await expect(logo.mailboxes.getByLabel('Verified by a mark certificate')).toHaveCount(0)
  await logo.mailboxes.getByText('With VMC', { exact: true }).click()
  await expect(logo.mailboxes.getByLabel('Verified by a mark certificate')).toHaveCount(1)
  const { name, bytes: png } = await logo.download('Save Gmail as PNG')
  expect(name).toBe('gmail-32px.png')
  expect([...png.slice(1, 4)]).toEqual([...bytes('PNG')])
  expect(png.length).toBeGreaterThan(2000)
})

test('the record for whoever keeps the DNS', async ({ logo }) => {
  await logo.open()
  await logo.drop({ name: 'seal.svg', text: FAULTY })
  await logo.handOver.getByLabel('Domain that sends the mail').fill('finch.example')
  await expect(logo.handOver).toContainText('default._bimi.finch.example')
  await expect(logo.handOver).toContainText('v=BIMI1; l=https://finch.example/bimi/seal-fixed.svg')
  await expect(logo.handOver.getByRole('link', { name: 'Check finch.example' })).toHaveAttribute(
    'href',
    '/check?domain=finch.example',
  )
})
