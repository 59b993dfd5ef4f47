/** What could not be learned says nothing about the domain: its own word, a retry, and a way round. */
import { expect, test } from './fixtures.ts'
import { changed } from './worlds/change.ts'
import { bogus, expiredCertificate, noSuchDomain, redirecting } from './worlds/faults.ts'
import { good, GOOD_POLICY } from './worlds/good.ts'

test('no resolver answers: nothing is called wrong, and trying again helps', async ({
  check,
  network,
}) => {
  network.world = good
  network.resolvers('fails')
  await check.open('example.com')
  await check.done()
  for (const name of ['MTA-STS', 'TLS-RPT', 'BIMI', 'MX'] as const)
    await expect(check.verdict(name)).toContainText('Could not check')
  await expect(check.main).not.toContainText('1 error')

  network.resolvers('answers')
  await check.retry()
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
})

test('the proxy is down: the policy file is pasted, and the rest stands', async ({
  check,
  network,
}) => {
  network.world = good
  network.proxy = 'fails'
  network.policyHosts = 'refuse'
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Could not check')
  await expect(check.verdict('TLS-RPT')).toContainText('Pass')
  await check.pastePolicy(GOOD_POLICY.join('\r\n'))
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
})

test('what curl printed is read as what it is', async ({ check, network }) => {
  network.world = good
  network.proxy = 'fails'
  network.policyHosts = 'refuse'
  await check.open('example.com')
  await check.done()
  const head = ['HTTP/2 301', 'location: https://www.example.com/', 'content-type: text/html', '']
  await check.pastePolicy([...head, ''].join('\r\n'))
  await expect(check.verdict('MTA-STS')).toContainText('Error')
  await expect(check.finding('sts.fetch.redirect')).toBeVisible()
})

test('a static site asks the policy host by itself, where that is allowed', async ({
  check,
  network,
}) => {
  network.world = changed(good, { dns: { 'default._bimi.example.com TXT': null } })
  network.proxy = 'absent'
  network.policyHosts = 'allow'
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  expect(network.questionsTo('mta-sts.example.com')).toHaveLength(1)
})

test('a policy host that lets no page read it has done nothing wrong', async ({
  check,
  network,
}) => {
  network.world = changed(good, { dns: { 'default._bimi.example.com TXT': null } })
  network.proxy = 'absent'
  network.policyHosts = 'refuse'
  await check.open('example.com')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Could not check')
  await expect(check.main).toContainText('curl')
  await expect(check.main).not.toContainText(/\d+ errors?\b(?! rules)/)
})

test('while it waits, the page says who is asked for what, and it can be stopped', async ({
  check,
  network,
}) => {
  network.world = good
  network.resolvers('hangs')
  await check.open('example.com')
  await expect(check.progress.or(check.main.getByText(/Asking/).first()).first()).toBeVisible()
  await expect(check.main).toContainText('_mta-sts.example.com')
  await check.stop()
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Could not check')
})

test('offline says so, keeps what came in before, and asks again when it is over', async ({
  check,
  network,
  context,
}) => {
  network.world = good
  await check.open('example.com')
  await check.done()
  await network.goOffline(context)
  await expect(check.main).toContainText('This browser is offline')
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
  await check.checkAgain()
  await check.done()
  for (const name of ['MTA-STS', 'TLS-RPT', 'MX'] as const)
    await expect(check.verdict(name)).toContainText('Could not check')
  await expect(check.main).toContainText('Nobody: this browser is offline.')

  await network.goOnline(context)
  await expect(check.main).not.toContainText('This browser is offline')
  await check.retry()
  await expect(check.verdict('MTA-STS')).toContainText('Pass')
})

test.describe('the domain is to blame', () => {
  for (const [what, world, id] of [
    ['a redirect', redirecting, 'sts.fetch.redirect'],
    ['an expired certificate', expiredCertificate, 'sts.fetch.cert-expiry'],
    ['a domain nobody has', noSuchDomain, 'dns.nxdomain-domain'],
    ['signatures that do not verify', bogus, 'dnssec.bogus'],
  ] as const)
    test(`${what} is an error`, async ({ check, network }) => {
      network.world = world
      await check.open('example.com')
      await check.done()
      await expect(check.finding(id)).toBeVisible()
      await expect(check.finding(id)).toContainText('Error')
    })
})
