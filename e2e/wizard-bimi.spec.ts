/** BIMI from DMARC to live. */
import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { changed } from './worlds/change.ts'
import { good, LOGO } from './worlds/good.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const DOMAIN = 'example.com'
const NAME = 'default._bimi.example.com TXT'
const ADDRESS = 'https://example.com/bimi/new.svg'

const none = changed(good, { dns: { [NAME]: null } })

test('from a domain to live', async ({ wizard, network }) => {
  network.world = none
  await wizard.open('bimi')
  await wizard.begin(DOMAIN)
  await wizard.ready()
  await expect(wizard.choose).toContainText('Nothing in DMARC keeps a logo away.')
  await wizard.field('Address of the logo').fill(ADDRESS)
  const record = await wizard.copyValue()
  expect(record).toBe(`v=BIMI1; l=${ADDRESS}`)

  await wizard.published()
  await expect(wizard.seen).toHaveText('0 of 2 live')
  network.world = changed(none, {
    dns: { [NAME]: [record] },
    files: {
      [ADDRESS]: {
        text: LOGO,
        mediaType: 'image/svg+xml',
        tls: { protocol: 'TLSv1.3', trusted: true, chain: [] },
      },
    },
  })
  await wizard.askNow()
  await expect(wizard.seen).toHaveText('2 of 2 live')
  const check = await wizard.checkWhole()
  await check.done()
  await expect(check.verdict('BIMI')).not.toContainText('Not published')
})

test('DMARC comes first, and its stricter record is offered', async ({ wizard, network }) => {
  network.world = changed(none, {
    dns: { '_dmarc.example.com TXT': ['v=DMARC1; p=none; rua=mailto:dmarc@example.com'] },
  })
  await wizard.open('bimi', { domain: DOMAIN, logo: ADDRESS })
  await wizard.ready()
  await expect(wizard.choose).toContainText('bimi.dmarc.')
  await expect(wizard.publish.getByRole('heading', { level: 3 }).first()).toHaveText(
    '1. Raise DMARC',
  )
  await expect(wizard.publish).toContainText('p=quarantine')
  await wizard.choose.getByRole('checkbox', { name: /show none/ }).check()
  await expect(wizard.publish).not.toContainText('p=quarantine')
  expect(await wizard.copyValue()).toBe('v=BIMI1; l=; a=')
})

test('another selector has a record of its own', async ({ wizard, page, network }) => {
  network.world = changed(good, {
    dns: { 'news._bimi.example.com TXT': ['v=BIMI1; l=https://example.com/old.svg'] },
  })
  await wizard.open('bimi', { domain: DOMAIN, logo: ADDRESS, selector: 'news' })
  await wizard.ready()
  await expect(wizard.choose).toContainText('news._bimi.example.com')
  await wizard.openTab('How you edit DNS', 'Azure')
  await expect(wizard.publish).toContainText('https://example.com/old.svg')
  await wizard.publish.getByLabel('In place of RESOURCEGROUP').fill('mail-dns')
  await expect(wizard.publish).toContainText('-g mail-dns')
  await page.reload()
  await wizard.ready()
  await expect(wizard.publish).toContainText('-g mail-dns')
})

test('the logo of the lab comes along, and is in no address', async ({
  wizard,
  logo,
  page,
  network,
}) => {
  network.world = none
  await page.goto('/logo')
  const svg = await readFile(new URL('../public/logo.svg', import.meta.url), 'utf8')
  await logo.drop({ name: 'seal.svg', text: svg })
  await logo.repaired()
  await page.getByLabel('Domain that sends the mail').fill(DOMAIN)
  await page.getByRole('link', { name: 'Open in the BIMI wizard' }).click()
  await wizard.ready()
  await expect(wizard.choose.getByRole('img', { name: /from the lab/ })).toBeVisible()
  await expect(wizard.choose).toContainText('seal-fixed.svg')
  expect(page.url()).not.toContain('svg')
})
