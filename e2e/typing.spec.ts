/** What people type into the box, and what becomes of it. */
import { expect, test } from './fixtures.ts'
import { good } from './worlds/good.ts'
import { international } from './worlds/international.ts'

const READ = [
  ['katie@example.com', 'Checks example.com, the part after the @.'],
  ['https://www.example.com/contact?x=1', 'Checks www.example.com, the domain in what you typed.'],
  ['_mta-sts.example.com', 'Checks example.com, the domain that _mta-sts.example.com belongs to.'],
  ['EXAMPLE.COM', 'Checks example.com.'],
] as const

test('what is typed is read as it is typed', async ({ start }) => {
  await start.open()
  for (const [typed, words] of READ) {
    await start.type(typed)
    await expect(start.help).toContainText(words)
    await expect(start.help).toContainText('this site’s resolver')
    await expect(start.help).toContainText('this site’s proxy')
  }
})

test('an address leads to its domain, and the page says so', async ({ start, network }) => {
  network.world = good
  await start.open()
  const check = await start.checkDomain(' katie@example.com ')
  await check.done()
  await expect(check.title).toHaveText('example.com')
  await expect(check.main).toContainText('The domain of katie@example.com.')
  await expect(check.page).toHaveURL(/\/check\?domain=katie%40example\.com$/)
})

test('a name in its own letters is asked for as the DNS has it', async ({ start, network }) => {
  network.world = international
  await start.open()
  await start.type('Bücher.test')
  await expect(start.help).toContainText('bücher.test, in the DNS xn--bcher-kva.test')
  const check = await start.submit()
  await check.done()
  await expect(check.title).toHaveText('bücher.test')
  await expect(check.main).toContainText('In the DNS it is xn--bcher-kva.test.')
  await expect(check.verdict('TLS-RPT')).toContainText('Pass')
})

test('a prefix that is taken off can be put back', async ({ check, network }) => {
  network.world = good
  await check.open('mta-sts.example.com')
  await check.done()
  await expect(check.title).toHaveText('example.com')
  await expect(check.main).toContainText(
    'You typed mta-sts.example.com, which belongs to example.com.',
  )
  await check.page.getByRole('link', { name: 'Check mta-sts.example.com itself' }).click()
  await expect(check.title).toHaveText('mta-sts.example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('_mta-sts.mta-sts.example.com')
  await check.page.goBack()
  await expect(check.title).toHaveText('example.com')
})

const REFUSED = [
  ['localhost', 'localhost is one word'],
  ['192.0.2.7', '192.0.2.7 is an IP address'],
  ['https://[2001:db8::1]/', 'is an IP address'],
  ['exam ple.com', 'There is a blank in exam ple'],
  ['a..example.com', 'Two dots stand side by side'],
  ['-edge-.example.com', '-edge- begins or ends with a hyphen'],
  [`${'a'.repeat(64)}.example.com`, 'longer than the 63 characters'],
  ['xn--a.example.com', 'does not decode to an international name'],
] as const

test('what is no domain is refused with words, and nobody is asked', async ({ start, network }) => {
  await start.open()
  for (const [typed, words] of REFUSED) {
    await start.box.fill(typed)
    await start.box.press('Enter')
    await expect(start.page.getByRole('alert')).toContainText(words)
    await expect(start.box).toBeFocused()
    await expect(start.page).toHaveURL('/')
  }
  expect(network.asked).toEqual([])
})

test('a link with no domain in it says the same, and keeps what was typed', async ({
  check,
  network,
}) => {
  for (const [typed, words] of REFUSED) {
    await check.open(typed)
    await expect(check.title).toHaveText('This is not a domain')
    await expect(check.main).toContainText(words)
    await expect(check.main.getByRole('textbox')).toHaveValue(typed)
  }
  expect(network.asked).toEqual([])
})

test('after a refusal the words leave as soon as the name is right', async ({ start }) => {
  await start.open()
  await start.box.fill('localhost')
  await start.box.press('Enter')
  await expect(start.page.getByRole('alert')).toBeVisible()
  await start.box.pressSequentially('.example')
  await expect(start.page.getByRole('alert')).toHaveCount(0)
  await expect(start.help).toContainText('nothing leaves this browser')
})

test('a refused link is mended in place', async ({ check, network }) => {
  network.world = good
  await check.open('example')
  const box = check.main.getByRole('textbox')
  await box.fill('example.com')
  await box.press('Enter')
  await check.done()
  await expect(check.title).toHaveText('example.com')
})

test('the box in the letterhead checks another domain', async ({ start, check, network }) => {
  network.world = good
  await check.open('sealed.example')
  await check.done()
  await check.checkAnother('katie@example.com')
  await expect(check.title).toHaveText('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  await expect(start.letterhead('Check')).toHaveAttribute('aria-current', 'page')
})

test('the check without a question asks for one', async ({ check, network }) => {
  await check.page.goto('/check')
  await expect(check.title).toHaveText('Which domain?')
  expect(network.asked).toEqual([])
})
