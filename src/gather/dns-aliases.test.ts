import { describe, expect, test } from 'vitest'
import {
  answering,
  ask,
  client,
  http,
  NAME,
  RECORD,
  servfail,
  settled,
  useFakeTime,
} from '../testing/dns-client.ts'
import { cname, fakeDoh, soa, txt, type Behaviour } from '../testing/fake-doh.ts'

useFakeTime()

describe('aliases', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, i) =>
      cname(i === 0 ? NAME : `n${i}.example`, `n${i + 1}.example`, 50 + i),
    )

  test('are followed inside the answer, whatever the order, and shown', async () => {
    const answers = [txt('n3.example', 'found'), ...chain(3).toReversed()]
    const { fact, asked } = await ask({ 'a.example': answering(...answers) })
    expect(fact).toMatchObject({
      state: 'found',
      value: [{ text: 'found' }],
      source: {
        name: NAME,
        dns: {
          ttl: 50,
          chain: [
            { name: NAME, target: 'n1.example', ttl: 50 },
            { name: 'n1.example', target: 'n2.example', ttl: 51 },
            { name: 'n2.example', target: 'n3.example', ttl: 52 },
          ],
        },
      },
    })
    expect(asked).toHaveLength(1)
  })

  test('the last target is asked for when the answer leaves it open', async () => {
    const { fact, asked } = await ask({
      'a.example': ({ name }) => ({
        authenticated: name === NAME,
        answers: [name === NAME ? cname(NAME, 'x.example') : txt('x.example', 'v')],
      }),
    })
    expect(fact).toMatchObject({
      state: 'found',
      source: { name: NAME, dns: { chain: [{ target: 'x.example' }], authenticated: false } },
    })
    expect(asked).toEqual([`a.example ${NAME} TXT`, 'a.example x.example TXT'])
  })

  test.each([
    ['NXDOMAIN', 'nxdomain'],
    ['NOERROR', 'nodata'],
  ] as const)(
    'an end that the resolver vouches for is not asked for again (%s)',
    async (rcode, how) => {
      const { fact, asked } = await ask({
        'a.example': () => ({
          rcode,
          answers: [cname(NAME, 'x.example')],
          authorities: [soa('example')],
        }),
      })
      expect(fact).toMatchObject({
        state: 'absent',
        how,
        source: { dns: { chain: [{ target: 'x.example' }] } },
      })
      expect(asked).toHaveLength(1)
    },
  )

  test.each<[string, Behaviour]>([
    ['in one answer', answering(cname(NAME, 'x.example'), cname('x.example', NAME))],
    [
      'over several',
      ({ name }) => ({ answers: [cname(name, name === NAME ? 'x.example' : NAME)] }),
    ],
    ['to itself', answering(cname(NAME, NAME))],
    [
      'not back to the start',
      ({ name }) => ({ answers: [cname(name, name === NAME ? 'x.example' : 'x.example')] }),
    ],
  ])('a loop is about the domain: %s', async (_, behaviour) => {
    const { fact } = await ask({ 'a.example': behaviour })
    expect(fact).toMatchObject({
      state: 'faulty',
      reason: 'alias-loop',
      detail: 'the alias leads back to itself',
    })
  })

  test.each([
    [10, 'found'],
    [11, 'faulty'],
  ])('%i aliases: %s', async (length, state) => {
    const whole = [...chain(length), txt(`n${length}.example`, 'end')]
    expect((await ask({ 'a.example': answering(...whole) })).fact.state).toBe(state)
    const single: Behaviour = ({ name }) => ({
      answers: whole.filter((record) => record.name === name),
    })
    expect((await ask({ 'a.example': single })).fact.state).toBe(state)
  })

  test('two loops that wait for each other end', async () => {
    const dns = client(
      fakeDoh({
        'a.example': ({ name }) => ({
          answers: [cname(name, name === 'x.example' ? 'y.example' : 'x.example')],
        }),
      }),
    )
    const facts = await settled(Promise.all([dns.dns('x.example', 'A'), dns.dns('y.example', 'A')]))
    expect(facts.map(({ state }) => state)).toEqual(['faulty', 'faulty'])
  })
})

describe('a second opinion', () => {
  async function both(first: Behaviour, second: Behaviour) {
    const doh = fakeDoh({ 'a.example': first, 'b.example': second })
    const dns = client(doh)
    const fact = await settled(dns.dns(NAME, 'TXT'))
    const again = await settled(dns.secondOpinion?.(fact) ?? Promise.resolve(fact))
    // Whatever it says, the name went there, and the page has to tell.
    expect(again.source.dns?.asked).toEqual(['a.example', 'b.example'])
    return { other: again.source.dns?.otherResolver, asked: doh.asked }
  }
  const nothing: Behaviour = () => ({ rcode: 'NXDOMAIN' })

  test.each<[string, Behaviour, Behaviour, string | undefined]>([
    ['the same', answering(RECORD), answering(RECORD), undefined],
    ['NXDOMAIN and NODATA are both nothing', nothing, answering(), undefined],
    ['data here, nothing there', answering(RECORD), nothing, 'nothing'],
    ['nothing here, data there', nothing, answering(RECORD), '`v=STSv1; id=1`'],
    [
      'an alias there',
      answering(RECORD),
      answering(cname(NAME, 'x.example'), txt('x.example', 'v=STSv1; id=1')),
      'an alias to `x.example`',
    ],
    [
      'other data there',
      answering(RECORD),
      answering(txt(NAME, 'v=STSv1; id=2')),
      '`v=STSv1; id=2`',
    ],
    ['no answer there is no difference', answering(RECORD), http(500), undefined],
    ['SERVFAIL there is no difference', answering(RECORD), servfail(22), undefined],
  ])('%s', async (_, first, second, saw) => {
    const { other } = await both(first, second)
    expect(other).toEqual(saw === undefined ? undefined : { resolver: 'b.example', saw })
  })

  test('asks the resolver that did not answer before', async () => {
    const { asked } = await both(http(500), answering(RECORD))
    expect(asked).toEqual([
      `a.example ${NAME} TXT`,
      `b.example ${NAME} TXT`,
      `a.example ${NAME} TXT`,
    ])
  })
})
