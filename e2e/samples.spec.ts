/** The built-in samples: everything can be tried, and nothing leaves the browser. */
import { SAMPLES } from '../src/gather/sample/samples.ts'
import { expect, test } from './fixtures.ts'

test('the start page judges every sample', async ({ start, network }) => {
  await start.open()
  await expect(start.samples.getByRole('row')).toHaveCount(SAMPLES.length + 1)
  await expect(start.samples).not.toContainText('Asking')
  const row = (domain: string) => start.samples.getByRole('row').filter({ hasText: domain })
  await expect(row('sealed.example')).toContainText('Pass')
  await expect(row('zimbra.example')).toContainText('Error')
  await expect(row('silent.example')).toContainText('Could not check')
  expect(network.asked).toEqual([])
})

test('every sample is checked inside the page', async ({ start, network }) => {
  await start.open()
  for (const { domain } of SAMPLES) {
    const check = await start.openSample(domain)
    await check.done()
    await expect(check.title).toHaveText(domain)
    await expect(check.main).toContainText('A built-in sample: the domain does not exist')
    await expect(check.nextStep).toBeVisible()
    await check.page.goBack()
  }
  expect(network.asked).toEqual([])
})

test('the talk’s domain has what the talk got wrong', async ({ check }) => {
  await check.open('zimbra.example')
  await check.done()
  await expect(check.finding('sts.record.version-case')).toBeVisible()
  await expect(check.verdict('MTA-STS')).toContainText('Error')
})

test('a sample name that is not there does not exist', async ({ check, network }) => {
  await check.open('nobody.example')
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Not published')
  expect(network.asked).toEqual([])
})

test('samples work offline', async ({ start, context, network }) => {
  await start.open()
  await start.box.fill('moved.example')
  await expect(start.help).toContainText('nothing leaves this browser')
  await network.goOffline(context)
  const check = await start.submit()
  await check.done()
  await expect(check.verdict('MTA-STS')).toContainText('Error')
})
