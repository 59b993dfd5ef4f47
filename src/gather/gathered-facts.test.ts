import { describe, expect, test } from 'vitest'
import { found } from '../facts/fact.ts'
import { gatherIn } from '../testing/gather-world.ts'
import { D, ordinaryWorld as world, slowWorld } from '../testing/ordinary-world.ts'
import { DOMAIN_PLAN } from './domain-plan.ts'
import { entry } from './plan/ask.ts'

describe('facts that are put together', () => {
  test('mail servers in the order in which they are tried, with what is known of each', async () => {
    const { facts } = await gatherIn(
      world({ [`${D} MX`]: ['20 mail.gone.example', `10 mail1.${D}`] }),
      D,
    )
    expect(facts.mxHosts).toMatchObject({
      state: 'found',
      value: [
        { name: `mail1.${D}`, a: { state: 'found', value: ['192.0.2.1'] } },
        {
          name: 'mail.gone.example',
          a: { state: 'absent', how: 'nxdomain' },
          zone: { state: 'absent', how: 'nxdomain', source: { name: 'gone.example' } },
        },
      ],
    })
  })

  test('more mail servers than anybody has are not all looked up, and that is said', async () => {
    const hosts = Array.from({ length: 103 }, (_, i) => `${i} h${i}.big.example`)
    const { facts, asked } = await gatherIn(world({ [`${D} MX`]: hosts }), D)
    expect(asked.filter((line) => line.endsWith('.big.example A'))).toHaveLength(100)
    expect(facts.mxHosts?.state === 'found' && facts.mxHosts.value[102]).toMatchObject({
      name: 'h102.big.example',
      a: { state: 'failed', reason: 'interrupted' },
    })
  })

  test.each([
    [['mta-sts.example.com CAA'], `mta-sts.${D}`],
    [['example.com CAA'], D],
    [['example.com CAA', 'mta-sts.example.com CAA'], `mta-sts.${D}`],
    [[], D],
  ])('CAA at %j holds from %s', async (names, at) => {
    const caa = Object.fromEntries(names.map((name) => [name, ['0 issue "ca.example"']]))
    const { facts } = await gatherIn(world(caa), D)
    expect(facts.caa).toMatchObject({ value: [{ host: `mta-sts.${D}`, at }] })
    const state = names.length > 0 ? 'found' : 'absent'
    expect(facts.caa).toMatchObject({ value: [{ records: { state } }] })
  })

  test('where a closer CAA question failed, the set above is not taken for it', async () => {
    const { facts } = await gatherIn(
      world({
        [`${D} CAA`]: ['0 issue "ca.example"'],
        [`mta-sts.${D} CAA`]: { failure: 'timeout' },
      }),
      D,
    )
    expect(facts.caa).toMatchObject({
      value: [{ at: `mta-sts.${D}`, records: { state: 'failed' } }],
    })
  })

  test.each([
    ['failed', { failure: 'timeout' } as const],
    ['absent', null],
  ])('MX that are %s leave mail servers %s', async (state, mx) => {
    const { facts } = await gatherIn(world({ [`${D} MX`]: mx }), D)
    expect(facts.mxHosts?.state).toBe(state)
  })
})

describe('giving up', () => {
  test('ends at once, with what was learned', async () => {
    const controller = new AbortController()
    const stopped = gatherIn(slowWorld(60_000, [`${D} MX`]), D, {
      delays: true,
      signal: controller.signal,
      onFact: (name) => name === 'mx' && controller.abort(),
    })
    const { facts, asked } = await stopped
    expect(facts.mx?.state).toBe('found')
    expect(facts.mtaStsTxt).toMatchObject({ state: 'failed', reason: 'cancelled' })
    expect(asked).not.toContain(`mail1.${D} A`)
  })

  test('an entry that throws takes no other along', async () => {
    const broken = entry({
      name: 'soa',
      after: ['mx'],
      of: 'resolver',
      asks: () => '',
      gather: () => Promise.reject(new Error('a mistake')),
    })
    const plan = [...DOMAIN_PLAN.filter(({ name }) => name === 'mx'), broken]
    const { facts } = await gatherIn(world(), D, { plan })
    expect(facts.soa).toMatchObject({ state: 'failed', reason: 'interrupted' })
    expect(facts.mx?.state).toBe('found')
  })

  test('an entry that nobody needs leaves no fact', async () => {
    const plan = [
      entry({
        name: 'ns',
        after: [],
        of: 'resolver',
        asks: () => '',
        when: () => false,
        gather: async () => found([], { name: '', via: 'dns' }),
      }),
    ]
    expect(Object.keys((await gatherIn(world(), D, { plan })).facts)).toEqual([
      'now',
      'subject',
      'bimiQuestion',
    ])
  })
})
