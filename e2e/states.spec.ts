/** What one domain can look like: its verdicts, and the one thing to do first. */
import type { World } from '../src/gather/sample/world.ts'
import { expect, test } from './fixtures.ts'
import { bare, duplicates, noReports, nullMx, testing, wildcard } from './worlds/faults.ts'

interface State {
  world: World
  mtaSts: string
  tlsRpt: string
  /** A finding that has to be there. */
  finding: string
}

const STATES: Record<string, State> = {
  'nothing is published': {
    world: bare,
    mtaSts: 'Not published',
    tlsRpt: 'Not published',
    finding: 'sts.record.present',
  },
  'the domain takes no mail': {
    world: nullMx,
    mtaSts: 'Not published',
    tlsRpt: 'Not published',
    finding: 'mx.null',
  },
  'nobody hears of failures': {
    world: noReports,
    mtaSts: 'Warning',
    tlsRpt: 'Not published',
    finding: 'sts.policy.mode-enforce-no-rpt',
  },
  'an old record beside the new one': {
    world: duplicates,
    mtaSts: 'Error',
    tlsRpt: 'Pass',
    finding: 'sts.record.multiple',
  },
  'still in testing': {
    world: testing,
    mtaSts: 'Warning',
    tlsRpt: 'Pass',
    finding: 'sts.policy.mode-testing',
  },
  'every name below answers': {
    world: wildcard,
    mtaSts: 'Pass',
    tlsRpt: 'Pass',
    finding: 'dns.wildcard',
  },
}

for (const [name, { world, mtaSts, tlsRpt, finding }] of Object.entries(STATES))
  test(name, async ({ check, network }) => {
    network.world = world
    await check.open('example.com')
    await check.done()
    await expect(check.verdict('MTA-STS')).toContainText(mtaSts)
    await expect(check.verdict('TLS-RPT')).toContainText(tlsRpt)
    await expect(check.finding(finding)).toBeVisible()
    await expect(check.nextStep.getByRole('heading', { level: 3 })).not.toBeEmpty()
  })
