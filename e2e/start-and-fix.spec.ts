/** The main task: type a domain, read what is wrong and what to do first, take the corrected text along. */
import { expect, test } from './fixtures.ts'
import { changed } from './worlds/change.ts'
import { capitalV, uncovered } from './worlds/faults.ts'
import { good } from './worlds/good.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('a domain with everything in place passes', async ({ start, network }) => {
  network.world = good
  await start.open()
  const check = await start.checkDomain('example.com')
  await check.done()
  await expect(check.title).toHaveText('example.com')
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  await expect(check.verdict('MTA-STS')).toContainText('Enforced')
  await expect(check.verdict('TLS-RPT')).toContainText('Reports go to tls@example.com')
  await expect(check.verdict('MX')).toContainText('Two mail servers, all with addresses')
  await expect(check.nextStep).toBeVisible()
  // All of it went to this site, and each question once.
  expect(network.asked.filter(({ of }) => of !== 'site' && of !== 'proxy')).toEqual([])
  expect(network.questionsTo('site').length).toBe(network.asked.length - 2)
  expect(network.questionsTo('proxy')).toEqual([
    'policy of example.com',
    'indicator of example.com',
  ])
})

test('what is wrong is said first, and its repair is copied', async ({ start, network }) => {
  network.world = capitalV
  await start.open()
  const check = await start.checkDomain('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Error')
  await expect(check.verdict('MTA-STS')).toContainText('STSV1')

  await expect(check.nextStep.getByRole('heading', { level: 3 })).toHaveText(
    'Replace the policy file, then the record',
  )
  const file = await check.copyText('file')
  const record = await check.copyText('record')
  expect(record).toMatch(/^v=STSv1; id=[0-9A-Za-z]{1,32};?$/)
  // A new id, so that senders look again.
  expect(record).not.toContain('2026083101')
  await expect(check.textToCopy('record').getByRole('code').last()).toHaveText(record)

  // Published as copied, nothing is wrong any more.
  network.world = changed(good, {
    dns: { '_mta-sts.example.com TXT': [record] },
    http: { 'example.com': { text: file } },
  })
  await check.checkAgain()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  await expect(check.verdict('MTA-STS')).toContainText('In testing')
})

test('a mail server that an enforced policy does not name', async ({ check, network }) => {
  network.world = uncovered
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('backup.example.net')
  const copied = await check.copyText('file')
  expect(copied.split(/\r?\n/)).toContain('mx: backup.example.net')
  const row = check.section('MX and DNS').getByRole('row', { name: /backup\.example\.net/ })
  await expect(row).toContainText('Not covered')
})

test('a finding shows the spot, the reason, the section and its rule', async ({
  check,
  network,
}) => {
  network.world = capitalV
  await check.open('example.com')
  await check.done()
  const finding = check.finding('sts.record.version-case')
  await expect(finding.locator('mark')).toHaveText('v=STSV1')
  for (const name of ['Seen', 'Why', 'Do', 'Rule'])
    await expect(finding.getByRole('term').filter({ hasText: name })).toBeVisible()
  await expect(finding.getByRole('link', { name: 'RFC 8461' })).toHaveAttribute(
    'href',
    /rfc8461#section-3\.1/,
  )
  await finding.getByRole('link', { name: 'sts.record.version-case' }).click()
  await expect(check.page).toHaveURL('/rules/sts.record.version-case')
  await check.page.goBack()
  await expect(check.verdict('MTA-STS')).toContainText('Error')
})
