/** A wait says what is asked of whom, and ends when nobody wants the answer any more. */
import { expect, test } from './fixtures.ts'
import { changed } from './worlds/change.ts'
import { good } from './worlds/good.ts'

test('answers that are in are shown while others are out', async ({ check, network }) => {
  network.world = good
  network.proxy = 'hangs'
  await check.open('example.com')
  await expect(check.verdict('TLS-RPT')).toContainText('Pass')
  await expect(check.progress).toBeVisible()
  await expect(check.main).toContainText(/\d+ of \d+ answers are in\. Waiting for /)
  await expect(check.verdict('MTA-STS')).toContainText('Waiting for the policy file')
  const row = check.ledger.getByRole('row').filter({ hasText: 'mta-sts.txt' })
  await expect(row).toContainText('policy host')
  await expect(row).toContainText('Waiting')
  await expect(check.nextStep).toBeHidden()

  network.proxy = 'answers'
  await network.release()
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  await expect(check.log).toContainText('All answers are in.')
  await expect(check.nextStep).toBeVisible()
})

test('leaving the page gives up what is still out', async ({ check, network, page }) => {
  network.world = good
  network.resolvers('hangs')
  const givenUp: string[] = []
  page.on('requestfailed', (request) => givenUp.push(new URL(request.url()).pathname))
  await check.open('example.com')
  await expect(check.progress).toBeVisible()
  await expect.poll(() => network.asked.length).toBeGreaterThan(0)
  await check.letterhead('Rules').click()
  await expect(page).toHaveURL('/rules')
  await expect.poll(() => givenUp).toContain('/dns-query')
})

test('an answer that is late is still an answer', async ({ check, network }) => {
  network.world = changed(good, {
    dns: { '_mta-sts.example.com TXT': { records: ['v=STSv1; id=1;'], delayMs: 900 } },
    http: { 'example.com': { ...good.http['example.com'], delayMs: 1200 } },
  })
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
})

test('all questions and answers can be read afterwards', async ({ check, network }) => {
  network.world = good
  await check.open('example.com')
  await check.done()
  await check.showQuestions()
  const row = check.ledger.getByRole('row').filter({ hasText: 'TXT of _mta-sts.example.com' })
  await expect(row).toContainText('v=STSv1; id=2026083101;')
})
