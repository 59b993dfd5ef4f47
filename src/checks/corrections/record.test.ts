import { describe, expect, test } from 'vitest'
import { txtFact } from '../../facts/build.ts'
import { failed, found } from '../../facts/fact.ts'
import { policyText } from '../example.ts'
import { derive } from '../../facts/derive/derive.ts'
import { domainFacts, type DomainSketch } from '../../testing/domain-facts.ts'
import { correctionOf } from './correct.ts'

const correct = (name: Parameters<typeof correctionOf>[0], sketch: Partial<DomainSketch>) =>
  correctionOf(name, derive(domainFacts(sketch)))
const TESTING = policyText({ mode: 'testing', maxAge: '604800' })
const sts = (...records: string[]) => correct('mta-sts-record', { sts: records, policy: TESTING })

describe('the MTA-STS record', () => {
  test.each([
    ['a good one stays', ['v=STSv1; id=2026083101'], null],
    ['so does an odd id', ['v=STSv1; id=a;'], null],
    ['so does a legal extension', ['v=STSv1; id=1; x=y'], null],
    ['a stray record is not the text’s fault', ['v=STSv1; id=1', 'v=spf1 -all'], null],
    ['the right version, the same id', ['v=STSV1; id=2022051001;'], 'v=STSv1; id=2022051001'],
    ['the version first', ['id=7; v=STSv1'], 'v=STSv1; id=7'],
    ['without quotes', ['"v=STSv1; id=7"'], 'v=STSv1; id=7'],
    ['without escapes', ['v=STSv1\\; id=7'], 'v=STSv1; id=7'],
    ['without a full-width semicolon', ['v=STSv1；id=7'], 'v=STSv1; id=7'],
    ['without blanks', ['v = STSv1 ; id = 7 '], 'v=STSv1; id=7'],
    ['the extension is kept', ['v=STSv1;; id=7; x=y'], 'v=STSv1; id=7; x=y'],
    ['what belongs into the file is not', ['v=STSv1; id=7; mode=enforce'], 'v=STSv1; id=7'],
    ['broken fields are not', ['v=STSv1; id=7; hello; a=b=c'], 'v=STSv1; id=7'],
    ['a new id for a bad one', ['v=STSv1; id=2026-08-31'], 'v=STSv1; id=2026091401'],
    ['a new id for none', ['v=STSv1;'], 'v=STSv1; id=2026091401'],
    ['the first of two ids', ['v=STSv1; id=7; id=8'], 'v=STSv1; id=7'],
    [
      'the newest of two',
      ['v=STSv1; id=2026083102', 'v=STSv1; id=2026083101'],
      'v=STSv1; id=2026083102',
    ],
    ['none yet', [], 'v=STSv1; id=2026091401'],
  ])('%s', (_, records, expected) => expect(sts(...records)?.text ?? null).toBe(expected))

  test('another policy needs another id, also on the same day', () => {
    const bad = { policy: policyText({ maxAge: '7d' }), sts: ['v=STSv1; id=2026091401'] }
    expect(correct('mta-sts-record', bad)).toMatchObject({
      where: '_mta-sts.example.com',
      old: 'v=STSv1; id=2026091401',
      text: 'v=STSv1; id=2026091402',
      changes: [{ start: 12, end: 22, was: '2026091401' }],
    })
  })

  test('a policy that changed since the last check needs another id', () => {
    const previous = found(
      {
        time: '2026-09-01T00:00:00Z',
        stsId: '2026083101',
        policyText: 'x',
        mode: null,
        maxAge: null,
      },
      { name: 'the last check', via: 'derived' },
    )
    expect(correct('mta-sts-record', { facts: { previous } })?.text).toBe('v=STSv1; id=2026091401')
  })

  test('what stands at a wrong name is moved', () => {
    const name = 'mta-sts.example.com'
    const mtaStsElsewhere = found([{ name, txt: txtFact(name, ['v=STSv1; id=7']) }], {
      name,
      via: 'dns',
    })
    expect(
      correct('mta-sts-record', { sts: [], policy: TESTING, facts: { mtaStsElsewhere } }),
    ).toMatchObject({
      where: '_mta-sts.example.com',
      old: null,
      text: 'v=STSv1; id=7',
    })
  })

  test('a delegated record is changed at its target', () => {
    const chain = [{ name: '_mta-sts.example.com', target: '_s.provider.example', ttl: 60 }]
    const mtaStsTxt = txtFact('_mta-sts.example.com', ['v=STSV1; id=7'], { chain })
    expect(correct('mta-sts-record', { facts: { mtaStsTxt } })?.where).toBe('_s.provider.example')
  })

  test('without a clock the id is still another', () => {
    const { now: _, ...raw } = domainFacts({
      sts: ['v=STSv1; id=1'],
      policy: policyText({ mode: 'on' }),
    })
    expect(correctionOf('mta-sts-record', derive(raw))?.text).toBe('v=STSv1; id=11')
  })

  test('nothing is written over what could not be looked up', () => {
    const mtaStsTxt = failed('timeout', '', { name: '_mta-sts.example.com', via: 'dns' })
    expect(correct('mta-sts-record', { facts: { mtaStsTxt } })).toBeNull()
  })
})
