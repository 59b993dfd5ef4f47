/** The wizards for everybody: axe without violations, nothing sideways, by day and by night, small and wide. */
import { expect, test, violations } from './fixtures.ts'
import { capitalV } from './worlds/faults.ts'

const PAGES = [
  ['mta-sts', {}],
  ['mta-sts', { domain: 'ex ample' }],
  ['mta-sts', { domain: 'zimbra.example', try: 'west.mail1.zimbra.example', format: 'panel' }],
  ['mta-sts', { domain: 'zimbra.example', journey: 'switch-off', hosting: 'github-pages' }],
  ['tls-rpt', { domain: 'zimbra.example', rua: 'nobody', format: 'cloudflare' }],
  ['bimi', { domain: 'watching.example' }],
  ['bimi', { domain: 'brand.example', format: 'terraform-aws' }],
] as const

const LOOKS = [
  { width: 320, colorScheme: 'light', axe: false },
  { width: 360, colorScheme: 'light', axe: true },
  { width: 360, colorScheme: 'dark', axe: true },
  { width: 1280, colorScheme: 'dark', axe: true },
] as const

for (const [kind, query] of PAGES)
  test(`/${kind}?${new URLSearchParams(query)} is for everybody`, async ({ wizard, page }) => {
    test.slow()
    await wizard.open(kind, query)
    await wizard.title.waitFor()
    if ('domain' in query && query.domain.endsWith('.example')) await wizard.ready()
    for (const { width, colorScheme, axe } of LOOKS) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      const look = `${width} px, ${colorScheme}`
      expect(await wizard.overhang(), look).toBeLessThanOrEqual(0)
      if (axe) expect(await violations(page), look).toEqual([])
    }
  })

test('watching is for everybody too', async ({ wizard, page, network }) => {
  test.slow()
  network.world = capitalV
  network.moods.set('cloudflare-dns.com', 'fails')
  await page.setViewportSize({ width: 360, height: 800 })
  await wizard.open('mta-sts', { domain: 'example.com' })
  await wizard.ready()
  await wizard.published()
  await expect(wizard.row('cloudflare-dns.com')).toContainText('Could not check')
  expect(await wizard.overhang()).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
})
