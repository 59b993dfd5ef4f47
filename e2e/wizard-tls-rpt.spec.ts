/** TLS-RPT from nothing to live. */
import { expect, test } from './fixtures.ts'
import { changed } from './worlds/change.ts'
import { bare } from './worlds/faults.ts'
import { good } from './worlds/good.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const DOMAIN = 'example.com'
const NAME = '_smtp._tls.example.com TXT'

test('from a domain to live, with a second address elsewhere', async ({ wizard, network }) => {
  network.world = changed(bare, {
    dns: { 'reports.net MX': ['10 mail.reports.net'], 'mail.reports.net A': ['1.1.1.40'] },
  })
  await wizard.open('tls-rpt')
  await wizard.begin(DOMAIN)
  await wizard.ready()
  await expect(wizard.field('Address 1')).toHaveValue('mailto:tls-reports@example.com')
  await expect(wizard.choose).toContainText('example.com takes mail at mail1.example.com')
  await wizard.choose.getByRole('button', { name: 'Add an address' }).click()
  await wizard.field('Address 2').fill('tls!eu@reports.net')
  await expect(wizard.choose).toContainText('In the record: mailto:tls%21eu@reports.net')
  await expect(wizard.choose).toContainText('reports.net takes mail at mail.reports.net')
  const record = await wizard.copyValue()
  expect(record).toBe('v=TLSRPTv1; rua=mailto:tls-reports@example.com,mailto:tls%21eu@reports.net')

  await wizard.published()
  await expect(wizard.seen).toHaveText('0 of 2 live')
  network.world = changed(network.world, { dns: { [NAME]: [record] } })
  await wizard.askNow()
  await expect(wizard.seen).toHaveText('2 of 2 live')
  const check = await wizard.checkWhole()
  await check.done()
  await expect(check.verdict('TLS-RPT')).toContainText('tls-reports@example.com')
})

test('an address that takes no mail is told before it is published', async ({
  wizard,
  network,
}) => {
  network.world = changed(bare, { dns: { 'reports.net MX': ['0 .'] } })
  await wizard.open('tls-rpt', { domain: DOMAIN, rua: 'mailto:tls@reports.net' })
  await wizard.ready()
  await expect(wizard.choose).toContainText('reports.net takes no mail')
  await expect(wizard.publish).toContainText('rpt.record.rua-null-mx')
})

test('what is no address is said beside its field', async ({ wizard, network }) => {
  network.world = bare
  await wizard.open('tls-rpt', { domain: DOMAIN })
  await wizard.ready()
  await wizard.field('Address 1').fill('http://example.com/')
  await expect(wizard.field('Address 1')).toHaveAttribute('aria-invalid', 'true')
  await expect(wizard.publish).toContainText('Waits for your choices')
  await expect(wizard.page.getByRole('button', { name: 'I have published it' })).toBeDisabled()
})

test('what is published is taken over, and two records become one', async ({ wizard, network }) => {
  network.world = changed(good, {
    dns: {
      [NAME]: ['v=TLSRPTv1; rua=mailto:a@example.com', 'v=TLSRPTv1; rua=mailto:b@example.com'],
    },
  })
  await wizard.open('tls-rpt', { domain: DOMAIN })
  await wizard.ready()
  await expect(wizard.field('Address 1')).toHaveValue('mailto:a@example.com')
  await expect(wizard.field('Address 2')).toHaveValue('mailto:b@example.com')
  await wizard.openTab('How you edit DNS', 'Route 53')
  await expect(wizard.publish).toContainText('UPSERT')
  await expect(wizard.publish).toContainText('which count as none')
})

test('a record that is live already needs nothing', async ({ wizard, network }) => {
  network.world = good
  await wizard.open('tls-rpt', { domain: DOMAIN })
  await wizard.ready()
  await expect(wizard.publish).toContainText('There is nothing to publish.')
})
