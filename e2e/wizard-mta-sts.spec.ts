/** MTA-STS from nothing to live, in a world that changes as its owner publishes. */
import { expect, test } from './fixtures.ts'
import { WizardPage } from './pages/wizard-page.ts'
import { changed } from './worlds/change.ts'
import { bare, capitalV } from './worlds/faults.ts'
import { good } from './worlds/good.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const DOMAIN = 'example.com'
const tls = { protocol: 'TLSv1.3', trusted: true, chain: [] }
const host = { 'mta-sts.example.com A': ['1.1.1.20'] }

test('from the start page to live', async ({ start, page, network }) => {
  network.world = bare
  await start.open()
  await start.main.getByRole('link', { name: 'MTA-STS', exact: true }).click()
  const wizard = await new WizardPage(page).begin('katie@example.com')
  await wizard.ready()
  await expect(wizard.title).toHaveText('MTA-STS for example.com')

  // Testing first, for a day, with the mail servers of the MX records.
  await expect(wizard.radio(/deliver anyway/)).toBeChecked()
  await expect(wizard.radio(/86400/)).toBeChecked()
  await expect(wizard.field('Line 1')).toHaveValue('mail1.example.com')
  await expect(wizard.row('mail2.example.com').first()).toContainText('Covered')
  await expect(wizard.publish).toContainText('Publish a TLS-RPT record')
  const file = await wizard.save('Save mta-sts.txt')
  expect(file.name).toBe('mta-sts.txt')
  expect(file.bytes.toString()).toBe(
    'version: STSv1\r\nmode: testing\r\nmx: mail1.example.com\r\nmx: mail2.example.com\r\nmax_age: 86400\r\n',
  )
  const record = await wizard.copyValue()
  expect(record).toMatch(/^v=STSv1; id=\d{10}$/)

  await wizard.published()
  await expect(wizard.row('Policy file')).toContainText('Not there yet')
  await expect(wizard.seen).toHaveText('0 of 3 live')
  await expect(wizard.verify).toContainText(/Asks again in \d+\ss/)

  network.world = changed(bare, {
    dns: host,
    http: { [DOMAIN]: { text: file.bytes.toString(), tls } },
  })
  await wizard.askNow()
  await expect(wizard.row('Policy file')).toContainText('Live')
  await expect(wizard.row('cloudflare-dns.com')).toContainText('Not there yet')

  network.world = changed(network.world, { dns: { '_mta-sts.example.com TXT': [record] } })
  await wizard.askNow()
  await expect(wizard.seen).toHaveText('3 of 3 live')
  await expect(wizard.steps).toContainText('All 3 live')

  const check = await wizard.checkWhole()
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('The policy is in testing mode')
})

test('what is published is replaced, and the id grows', async ({ wizard, network }) => {
  network.world = capitalV
  await wizard.open('mta-sts', { domain: DOMAIN })
  await wizard.ready()
  await expect(wizard.publish).toContainText('Replace the DNS record')
  await expect(wizard.publish).toContainText(
    'The id is later than the one published now, 2026083101.',
  )
  await wizard.openTab('How you edit DNS', 'nsupdate')
  await expect(wizard.publish).toContainText('update delete _mta-sts.example.com. TXT')
  expect(await wizard.copyValue()).toMatch(/^v=STSv1; id=20\d{8}$/)
})

test('the record is old for as long as its TTL', async ({ wizard, network }) => {
  network.world = capitalV
  await wizard.open('mta-sts', { domain: DOMAIN })
  await wizard.ready()
  await wizard.published()
  await expect(wizard.row('cloudflare-dns.com')).toContainText('Still the old one')
  await expect(wizard.row('cloudflare-dns.com')).toContainText('its TTL')
  await wizard.verify.getByRole('button', { name: 'Stop asking' }).click()
  await expect(wizard.verify).toContainText('You stopped asking.')
})

test('the address holds the form: reload and back', async ({ wizard, page, network }) => {
  network.world = bare
  await wizard.open('mta-sts', { domain: DOMAIN })
  await wizard.ready()
  await wizard.radio(/Do not deliver/).check()
  await wizard.field(/Try a host name/).fill('west.mail1.example.com')
  await wizard.row('west.mail1.example.com').getByRole('button', { name: 'Add its line' }).click()
  await wizard.openTab('Where the file is served', 'GitHub Pages')
  await wizard.publish.getByLabel('In place of USER').fill('katie')
  await expect(wizard.publish).toContainText('katie.github.io')
  await page.reload()
  await wizard.ready()
  await expect(wizard.radio(/Do not deliver/)).toBeChecked()
  await expect(wizard.field('Line 3')).toHaveValue('west.mail1.example.com')
  await expect(wizard.row('west.mail1.example.com').first()).toContainText('Covered')
  await expect(wizard.publish).toContainText('katie.github.io')
  const zip = await wizard.save(/as a zip/)
  expect(zip.name).toBe('mta-sts.example.com.zip')
  expect(zip.bytes.subarray(0, 2).toString()).toBe('PK')

  await wizard.steps.getByRole('link', { name: /Publish/ }).click()
  await expect(page).toHaveURL(/stage=publish/)
  await expect(wizard.publish.getByRole('heading', { name: 'Publish', exact: true })).toBeFocused()
  await page.goBack()
  await expect(page).not.toHaveURL(/stage=/)
  await expect(wizard.radio(/Do not deliver/)).toBeChecked()
})

test('a link to the watching goes on watching for the same texts', async ({
  wizard,
  page,
  network,
}) => {
  network.world = bare
  await wizard.open('mta-sts', { domain: DOMAIN })
  await wizard.ready()
  const record = await wizard.copyValue()
  const file = await wizard.save('Save mta-sts.txt')
  await wizard.published()
  await expect(page).toHaveURL(/stage=verify/)
  network.world = changed(bare, {
    dns: { ...host, '_mta-sts.example.com TXT': [record] },
    http: { [DOMAIN]: { text: file.bytes.toString(), tls } },
  })
  await page.reload()
  await expect(wizard.seen).toHaveText('3 of 3 live')
})

test('without a network the mail servers are typed', async ({ wizard, network }) => {
  network.resolvers('fails')
  network.proxy = 'fails'
  network.policyHosts = 'refuse'
  network.world = bare
  await wizard.open('mta-sts', { domain: DOMAIN })
  await expect(wizard.choose).toContainText('The MX records could not be looked up')
  await wizard.field('Line 1').fill('mail.example.com')
  await expect(wizard.publish).toContainText('mx: mail.example.com')
  await expect(wizard.publish).toContainText('Look at _mta-sts.example.com first')
})

test('nothing is asked twice after a check', async ({ check, wizard, network }) => {
  network.world = good
  await check.open(DOMAIN)
  await check.done()
  const before = network.asked.length
  await wizard.letterhead('MTA-STS').click()
  await wizard.begin(DOMAIN)
  await wizard.ready()
  expect(network.asked.slice(before).map(({ what }) => what)).toEqual([])
})

test('the next step of a check leads here, with its values', async ({ check, wizard, network }) => {
  network.world = capitalV
  await check.open(DOMAIN)
  await check.done()
  await check.nextStep.getByRole('link', { name: 'Go on in the MTA-STS wizard' }).click()
  await wizard.ready()
  await expect(wizard.title).toHaveText('MTA-STS for example.com')
  await expect(wizard.radio(/deliver anyway/)).toBeChecked()
  await expect(wizard.field('Line 2')).toHaveValue('mail2.example.com')
})

test('by keyboard alone', async ({ wizard, page, network }) => {
  network.world = bare
  await wizard.open('mta-sts')
  await wizard.box.focus()
  await page.keyboard.type(DOMAIN)
  await page.keyboard.press('Enter')
  await wizard.ready()
  await reach(page, () => wizard.radio(/deliver anyway/))
  await page.keyboard.press('ArrowDown')
  await expect(wizard.radio(/Do not deliver/)).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await reach(page, () => page.getByRole('tab', { selected: true }).first())
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('tab', { name: 'nginx' })).toBeFocused()
  await expect(wizard.publish).toContainText('listen 443 ssl;')
  await reach(page, () => page.getByRole('button', { name: 'I have published it' }))
  await page.keyboard.press('Enter')
  await expect(wizard.row('Policy file')).toContainText('Not there yet')
})

/** Tabs on until the element has the focus. */
async function reach(page: WizardPage['page'], element: () => ReturnType<WizardPage['row']>) {
  for (let presses = 0; presses < 120; presses++) {
    if (await element().evaluate((found) => found === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The tab key does not lead there')
}
