/** The catalogue: found by words, reached by address. */
import { expect, test } from './fixtures.ts'
import { RulePage } from './pages/rule-page.ts'
import { RulesPage } from './pages/rules-page.ts'

test('rules are found by words, and the search is in the address', async ({ page }) => {
  const rules = await new RulesPage(page).open()
  await expect(rules.count).toContainText(/^All \d{3} are shown/)
  await rules.search.fill('version case')
  await expect(rules.count).toContainText(/of \d+ (is|are) shown/)
  await expect(rules.row('sts.record.version-case')).toBeVisible()
  await expect(rules.row('mx.null')).toBeHidden()
  await expect(page).toHaveURL(/version/)
  await page.reload()
  await expect(rules.search).toHaveValue('version case')
  await expect(rules.row('sts.record.version-case')).toBeVisible()
})

test('severity narrows the list, and what is empty says so', async ({ page }) => {
  const rules = await new RulesPage(page).open()
  await rules.onlySeverity('Error')
  await expect(rules.main.getByText('Warning', { exact: true })).toHaveCount(1)
  await rules.search.fill('no such words')
  await expect(rules.main).toContainText('Try fewer words')
  await rules.showAll()
  await expect(rules.count).toContainText(/^All/)
  await expect(rules.search).toHaveValue('')
})

test('a rule has a page that is reached from the list and by address', async ({ page }) => {
  const rules = await new RulesPage(page).open('?q=multiple')
  const rule = await rules.openRule('sts.record.multiple')
  await expect(page).toHaveURL('/rules/sts.record.multiple')
  for (const name of ['Why it matters', 'What to do', 'Examples', 'In a program'])
    await expect(rule.section(name)).toBeVisible()
  await expect(rule.main.getByRole('link', { name: /RFC 8461/ }).first()).toHaveAttribute(
    'href',
    /rfc8461#section-3\.1/,
  )
  await page.reload()
  await expect(rule.title).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/rules\?/)
})

test('an id with a slip leads to those near it', async ({ page }) => {
  const rule = await new RulePage(page).open('sts.record.multipel')
  await expect(rule.title).toHaveText('No rule has this id')
  await rule.section('Perhaps one of these').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/rules\/sts\.record\./)
})

test('an unknown rule leads to the search', async ({ page }) => {
  const rule = await new RulePage(page).open('nothing.like-this')
  await expect(rule.title).toHaveText('No rule has this id')
  await rule.main.getByRole('link', { name: 'look through all of them' }).click()
  await expect(new RulesPage(page).count).toContainText(/^All/)
})
