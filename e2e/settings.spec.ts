/** Whom names go to, and what one visit leaves for the next. */
import { expect, test } from './fixtures.ts'
import { changedUnannounced } from './worlds/faults.ts'
import { good } from './worlds/good.ts'

test('a resolver that was chosen is asked alone, on the next visit too', async ({
  start,
  network,
}) => {
  network.world = good
  await start.open()
  await start.chooseResolver('Google')
  await expect(start.help).toContainText('The name goes to dns.google')
  await start.page.reload()
  await expect(start.help).toContainText('The name goes to dns.google')
  const check = await start.checkDomain('example.com')
  await check.done()
  await expect(check.main).toContainText('Names went to dns.google.')
  const others = network.asked.filter(({ of }) => of !== 'dns.google' && of !== 'proxy')
  expect(others).toEqual([])
  expect(network.questionsTo('dns.google')).toContain('example.com MX')
})

test('a resolver of one’s own has an address that begins with https', async ({
  start,
  network,
}) => {
  network.world = good
  network.moods.set('dns.example.net', 'answers')
  await start.open()
  await start.useOwnResolver('http://dns.example.net/dns-query')
  await expect(start.main).toContainText('An address that begins with https:// is expected.')
  await start.useOwnResolver('https://dns.example.net/dns-query{?dns}')
  await expect(start.main).toContainText('This resolver is used from now on.')
  const check = await start.checkDomain('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  expect(network.questionsTo('dns.example.net')).toContain('_mta-sts.example.com TXT')
  expect(network.questionsTo('site')).toEqual([])
})

test('where nothing was chosen, the next resolver answers for one that is down', async ({
  check,
  network,
}) => {
  network.world = good
  network.moods.set('site', 'fails')
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  expect(network.questionsTo('cloudflare-dns.com')).toContain('example.com MX')
  expect(network.questionsTo('dns.google')).toEqual([])
})

test('the second visit notices a policy that changed without a new id', async ({
  check,
  network,
}) => {
  network.world = good
  await check.open('example.com')
  await check.done()
  await expect(check.finding('sts.record.id-unchanged')).toHaveCount(0)
  network.world = changedUnannounced
  await check.page.reload()
  await check.done()
  await expect(check.finding('sts.record.id-unchanged')).toBeVisible()
  // It stays until the id changes: senders still hold the old policy.
  await check.page.reload()
  await check.done()
  await expect(check.finding('sts.record.id-unchanged')).toBeVisible()
})
