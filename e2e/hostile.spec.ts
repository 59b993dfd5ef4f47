/** Everything from outside is hostile until parsed: in the address, in the DNS, in files, in what this browser kept. */
import { expect, test } from './fixtures.ts'
import { changed } from './worlds/change.ts'
import { good } from './worlds/good.ts'

const MARKUP = '<img src=x onerror=console.error(1)><script>console.error(2)</script>'

test('mark-up in the address is text', async ({ page, check }) => {
  await page.goto(`/check?${new URLSearchParams({ domain: MARKUP })}`)
  await expect(check.title).toHaveText('This is not a domain')
  expect(await page.locator('main img, main script').count()).toBe(0)
})

test('mark-up in records and files is text', async ({ check, network }) => {
  network.world = changed(good, {
    dns: {
      '_mta-sts.example.com TXT': [`v=STSv1; id=${MARKUP}`],
      '_smtp._tls.example.com TXT': [`v=TLSRPTv1; rua=javascript:alert(1)//${MARKUP}`],
      '_dmarc.example.com TXT': [`v=DMARC1; p=${MARKUP}`],
    },
    http: {
      'example.com': { text: `version: STSv1\r\nmode: ${MARKUP}\r\nmx: \u202emoc.live\r\n` },
    },
  })
  await check.open('example.com')
  await check.done()
  await expect(check.main).toContainText('onerror=console.error(1)')
  expect(await check.main.locator('script').count()).toBe(0)
  expect(await check.main.locator('a[href^="javascript:"]').count()).toBe(0)
})

test('a policy of 64 KB of junk is judged, and the page stays', async ({ check, network }) => {
  network.world = changed(good, { http: { 'example.com': { text: 'x'.repeat(65_536) } } })
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Error')
})

test('junk in this browser’s memory is thrown away', async ({ page, start, check, network }) => {
  network.world = good
  await page.addInitScript(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{"x":[')
    localStorage.setItem('signet', '{"')
    localStorage.setItem('signet.recent', '[1,{"a":2},null]')
    localStorage.setItem('signet.settings', 'null')
  })
  await start.open()
  const opened = await start.checkDomain('example.com')
  await opened.done()
  await page.reload()
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
})

test('answers that are no answers are nobody’s fault', async ({ check, network }) => {
  network.world = good
  network.proxy = 'busy'
  network.policyHosts = 'refuse'
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Could not check')
})
