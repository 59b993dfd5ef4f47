/** What is generated has no error, and no warning that was not asked for: mjl-/mox#333 was a tool that warned of its own advice. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBack } from '../../checks/read-back.ts'
import { findingsIn } from '../../checks/report-json.ts'
import { mxFact, txtFact } from '../../facts/build.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'
import { parseStsPolicy } from '../../protocols/mta-sts/policy.ts'
import { bimiStanding, makeBimi, readBimi } from './bimi.ts'
import type { Made } from './made.ts'
import { makeMtaSts, readMtaSts, stsStanding, type MtaStsTyped } from './mta-sts.ts'
import { makeTlsRpt, readTlsRpt, rptStanding } from './tls-rpt.ts'

const domain = 'example.com'
const place = { domain, zone: domain }
const NOW = Date.parse('2026-09-14T10:00:00Z')

function troubles(made: Made, around: RawFactSet = {}): string[] {
  const { report, only } = readBack({ domain, ...made }, NOW, around)
  return findingsIn(report, only)
    .filter(({ words }) => words.severity !== 'notice')
    .map(({ id, words }) => `${words.severity} ${id}`)
    .sort()
}

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/)
const host = fc
  .tuple(label, label, fc.constantFrom('example.com', 'example.net', 'mail.example.org'))
  .map((labels) => labels.join('.'))
const live = fc.array(
  fc.constantFrom(
    'v=STSv1; id=2026091401',
    'v=STSV1; id=99',
    'v=STSv1; id=20260914100000Z',
    'v=spf1 -all',
  ),
  { maxLength: 3 },
)

function madeMtaSts(typed: Partial<MtaStsTyped>, standing: string[], hosts: string[]): Made {
  const record = stsStanding(domain, txtFact(`_mta-sts.${domain}`, standing))
  const all = { zone: '', mode: '', maxAge: '', mx: null, id: '', ttl: '', ...typed }
  const reading = readMtaSts(all, { ...place, now: NOW, record, policy: null, patterns: hosts })
  if (!reading.ok) throw new Error(reading.faults.map(({ text }) => text).join())
  return makeMtaSts(reading.choices, record)
}

/** What a choice asks for by itself. */
function askedFor(mode: string, maxAge: number, ttl: number): string[] {
  const tooShort = mode === 'enforce' ? 'error' : 'warning'
  return [
    ...(ttl > 86400 ? ['warning sts.record.ttl'] : []),
    ...(maxAge === 0 ? [`${tooShort} sts.policy.max-age-zero`] : []),
    ...(maxAge > 0 && maxAge < 86400 ? [`${tooShort} sts.policy.max-age-day`] : []),
    ...(maxAge >= 86400 && maxAge < 1209600 && mode === 'enforce'
      ? ['warning sts.policy.max-age-short-enforce']
      : []),
    ...(maxAge === 31557600 ? ['warning sts.policy.max-age-at-maximum'] : []),
    ...(maxAge > 1209600 && mode === 'testing' ? ['warning sts.policy.max-age-long-testing'] : []),
    ...(maxAge > 604800 && mode === 'none'
      ? ['warning sts.policy.mode-none', 'warning sts.remove.none-maxage']
      : []),
  ].sort()
}

describe('MTA-STS', () => {
  const mode = fc.constantFrom('testing', 'enforce', 'none')
  const hosts = fc.uniqueArray(host, { minLength: 1, maxLength: 6 })
  const around = (names: string[]): RawFactSet => ({
    mx: mxFact(
      domain,
      names.map((name) => `10 ${name}`),
    ),
  })

  test('the usual choices give nothing to say, whatever stands there', () => {
    fc.assert(
      fc.property(mode, hosts, live, (chosen, names, standing) => {
        const made = madeMtaSts({ mode: chosen }, standing, names)
        expect(troubles(made, around(names))).toEqual([])
        expect(parseStsPolicy(made.policy ?? '').value).toMatchObject({ mode: chosen, mx: names })
      }),
      { numRuns: 60 },
    )
  })

  test('any other choice gives what it asks for, and nothing else', () => {
    const age = fc.oneof(
      fc.constantFrom(0, 86399, 86400, 604800, 1209600, 31557600),
      fc.nat(31557600),
    )
    const ttl = fc.oneof(
      fc.constantFrom(1, 300, 86400, 86401),
      fc.integer({ min: 1, max: 2_147_483_647 }),
    )
    const id = fc.stringMatching(/^[A-Za-z0-9]{1,32}$/)
    fc.assert(
      fc.property(mode, hosts, age, ttl, id, (chosen, names, maxAge, seconds, chosenId) => {
        const typed = { mode: chosen, maxAge: String(maxAge), ttl: String(seconds), id: chosenId }
        const made = madeMtaSts(typed, [], names)
        expect(troubles(made, around(names))).toEqual(askedFor(chosen, maxAge, seconds))
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['a wildcard of the own domain', ['*.example.com'], ['warning sts.policy.mx-wildcard-own']],
    [
      'one of a public suffix',
      ['*.co.uk', 'a.example.com'],
      ['warning sts.policy.mx-public-suffix'],
    ],
    ['one of a provider', ['*.mail.protection.outlook.com'], []],
    [
      'too many',
      Array.from({ length: 101 }, (_, n) => `m${n}.example.com`),
      ['warning sts.policy.many-mx'],
    ],
  ])('%s', (_what, mx, expected) => {
    expect(troubles(madeMtaSts({ mx }, [], []))).toEqual(expected)
  })

  test('a mail server that was left out is told', () => {
    const made = madeMtaSts({ mode: 'enforce', mx: ['mail1.example.com'] }, [], [])
    const facts = around(['mail1.example.com', 'mail2.example.com'])
    expect(troubles(made, facts)).toEqual(['error sts.match.all-mx'])
  })
})

describe('TLS-RPT', () => {
  const local = fc
    .stringMatching(/^[a-z0-9!%?#;, +_-]{1,12}$/)
    .filter((text) => text.trim() === text)
  const mailbox = fc.tuple(local, host).map(([name, at]) => `${name}@${at}`)
  const web = fc
    .tuple(host, fc.stringMatching(/^[a-z0-9,;! /.?=-]{0,20}$/))
    .map(([at, path]) => `https://${at}/${path.trim()}`)

  test('any targets', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(mailbox, web), { minLength: 1, maxLength: 4 }), (rua) => {
        const record = rptStanding(domain, undefined)
        const reading = readTlsRpt({ zone: '', ttl: '', rua }, { ...place, record })
        expect({ rua, faults: reading.ok ? [] : reading.faults }).toEqual({ rua, faults: [] })
        if (reading.ok) expect(troubles(makeTlsRpt(reading.choices, record))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

describe('BIMI', () => {
  const path = fc.stringMatching(/^[a-zA-Z0-9,; ._~-]{0,20}$/).map((text) => text.trim())
  const logo = fc.tuple(host, path).map(([at, file]) => `https://${at}/${file}x.svg`)
  const mark = fc.option(
    fc.tuple(host, path).map(([at, file]) => `https://${at}/${file}x.pem`),
    { nil: '' },
  )
  const standing = bimiStanding('default', domain, undefined)

  test('any logo and certificate, and declining', () => {
    fc.assert(
      fc.property(
        logo,
        mark,
        fc.boolean(),
        fc.constantFrom('', 'brand', 'personal'),
        fc.constantFrom('', 'brand.2026'),
        (...chosen) => {
          const [where, certificate, declined, preference, selector] = chosen
          const typed = {
            zone: '',
            ttl: '',
            logo: where,
            certificate,
            declined,
            preference,
            selector,
          }
          const reading = readBimi(typed, place)
          expect({ typed, faults: reading.ok ? [] : reading.faults }).toEqual({ typed, faults: [] })
          if (reading.ok) expect(troubles(makeBimi(reading.choices, standing))).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  test('another picture is an error of the choice', () => {
    const typed = {
      zone: '',
      ttl: '',
      logo: 'https://example.com/a.png',
      certificate: '',
      declined: false,
      preference: '',
      selector: '',
    }
    const reading = readBimi(typed, place)
    if (!reading.ok) throw new Error('no choices')
    expect(troubles(makeBimi(reading.choices, standing))).toEqual(['error bimi.record.l-extension'])
  })
})
