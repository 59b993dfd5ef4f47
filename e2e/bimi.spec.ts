/** "Is my domain ready for BIMI?" and "why does my logo not show?" */
import { expect, test } from './fixtures.ts'
import { changed } from './worlds/change.ts'
import { good, LOGO_ADDRESS } from './worlds/good.ts'

test('a domain that is ready: its logo is shown, and what each mailbox asks for', async ({
  check,
  network,
}) => {
  network.world = good
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('BIMI')).toContainText('Pass')
  await expect(check.verdict('DMARC')).toContainText('Pass')
  const logo = check.section('BIMI').getByRole('img').first()
  await expect(logo).toBeVisible()
  // Through a picture from memory, never as part of the page.
  expect(await logo.evaluate((element) => element.getAttribute('src') ?? '')).toMatch(/^blob:/)
  const mailboxes = check.section('Will my logo show?')
  await expect(mailboxes.getByRole('row').filter({ hasText: 'Gmail' })).toContainText(
    'mark certificate',
  )
  await expect(mailboxes.getByRole('row').filter({ hasText: 'Fastmail' })).toContainText(
    'Nothing missing',
  )
  expect(network.asked.filter(({ of }) => of !== 'site' && of !== 'proxy')).toEqual([])
})

const faults = [
  [
    'DMARC only monitors',
    { '_dmarc.example.com TXT': ['v=DMARC1; p=none; rua=mailto:d@example.com'] },
    'bimi.dmarc.p-none',
  ],
  [
    'sub-domains are left out',
    { '_dmarc.example.com TXT': ['v=DMARC1; p=reject; sp=none; rua=mailto:d@example.com'] },
    'bimi.dmarc.sp-none',
  ],
  [
    'a letter that only looks right',
    { 'default._bimi.example.com TXT': [`v=BIMl1; l=${LOGO_ADDRESS}`] },
    'bimi.record.version-lookalike',
  ],
  [
    'two records',
    { 'default._bimi.example.com TXT': [`v=BIMI1; l=${LOGO_ADDRESS}`, 'v=BIMI1; l='] },
    'bimi.record.multiple',
  ],
] as const

for (const [why, dns, id] of faults)
  test(`the logo does not show: ${why}`, async ({ check, network }) => {
    network.world = changed(good, { dns })
    await check.open('example.com')
    await check.done()
    await expect(check.verdict('BIMI')).toContainText('Error')
    await expect(check.finding(id)).toContainText('Error')
    // One cause is told once.
    const errors = check.findings('BIMI').filter({ hasText: /^Error/ })
    await expect(errors).toHaveCount(1)
  })

test('the logo does not show: the server does not deliver it', async ({ check, network }) => {
  network.world = changed(good, {
    files: { [LOGO_ADDRESS]: { status: 404, text: 'nothing here' } },
  })
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('BIMI')).toContainText('Error')
  await expect(check.finding('bimi.host.status')).toContainText('404')
})

test('a selector that is named never falls back', async ({ check, network }) => {
  network.world = good
  await check.page.goto('/check?domain=example.com&selector=summer')
  await check.done()
  await expect(check.finding('bimi.selector.custom-missing')).toContainText(
    'summer._bimi.example.com',
  )
})

test('an active logo stays inert', async ({ check, network, complaints }) => {
  const text =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="console.error(1)"><script>console.error(2)</script>' +
    '<image href="https://tracker.invalid/x.png"/><rect width="9" height="9"/></svg>'
  network.world = changed(good, { files: { [LOGO_ADDRESS]: { text, mediaType: 'image/svg+xml' } } })
  await check.open('example.com')
  await check.done()
  await expect(check.section('BIMI').getByRole('img').first()).toBeVisible()
  // The browser says that the policy of the page keeps the handler from running. Nothing ran.
  const refusals = complaints.splice(0)
  expect(refusals.filter((text) => !/inline event handler|script-src-attr/.test(text))).toEqual([])
})

test('the headers of a message are read in the page', async ({ check, network }) => {
  network.world = good
  await check.open('example.com')
  await check.done()
  const asked = network.asked.length
  await check.page
    .getByText(/headers of a received message/i)
    .first()
    .click()
  await check.page
    .getByRole('textbox', { name: /headers/i })
    .fill(
      'Authentication-Results: mx.example.net; dmarc=fail header.from=example.com\nFrom: Katie <katie@example.com>\n',
    )
  const read = check.page.getByRole('button', { name: /^Read/ }).last()
  if (await read.isVisible()) await read.click()
  await expect(check.finding('bimi.dmarc.alignment')).toBeVisible()
  expect(network.asked.length).toBe(asked)
})

test('the published logo can be looked into in the logo lab', async ({ check, network }) => {
  network.world = good
  await check.open('example.com')
  await check.done()
  const bimi = check.section('BIMI')
  await expect(bimi).toContainText('The schema of SVG Tiny PS allows this logo.')
  await bimi.getByRole('button', { name: 'Open it in the logo lab' }).click()
  await expect(check.page.getByRole('heading', { level: 1, name: 'logo.svg' })).toBeVisible()
  expect(new URL(check.page.url()).pathname).toBe('/logo')
})
