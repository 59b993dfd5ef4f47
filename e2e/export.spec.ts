/** What can be taken along, and the headers that the page is served with. */
import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { capitalV } from './worlds/faults.ts'

test('JSON and Markdown hold what the page showed', async ({ check, network }) => {
  network.world = capitalV
  await check.open('example.com')
  await check.done()
  const json = await check.saveAs('JSON')
  const report = JSON.parse(json.text) as Record<string, unknown>
  expect(report).toMatchObject({
    schema: 'signet-report/1',
    subject: { kind: 'domain', name: 'example.com' },
    verdicts: { 'mta-sts': 'error', mx: 'pass' },
  })
  expect(json.text).toContain('sts.record.version-case')
  const markdown = await check.saveAs('Markdown')
  expect(markdown.name).toMatch(/example\.com.*\.md$/)
  expect(markdown.text).toMatch(/^# example\.com/)
  expect(markdown.text).toContain('v=STSV1')
})

test('in print every finding is open', async ({ page, check, network }) => {
  network.world = capitalV
  await check.open('example.com')
  await check.done()
  await page.emulateMedia({ media: 'print' })
  await expect(check.finding('sts.record.version-case').getByRole('term').first()).toBeVisible()
  await expect(page.getByRole('banner').getByRole('searchbox')).toHaveCount(0)
})

test('the content policy has no way round, and static hosts get the same', async ({ request }) => {
  const response = await request.get('/')
  const policy = response.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
  const file = readFileSync('dist/_headers', 'utf8')
  expect(file).toContain(policy)
  for (const name of ['x-content-type-options', 'referrer-policy'])
    expect(file.toLowerCase()).toContain(`${name}: ${response.headers()[name]}`.toLowerCase())
})

test('the page has no inline script or style', async ({ request }) => {
  const html = await (await request.get('/')).text()
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son[a-z]+=/i)
})
