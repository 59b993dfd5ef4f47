import { describe, expect, test } from 'vitest'
import { dnsSource, mxFact, nothing, txtFact } from '../../../facts/build.ts'
import { failed, faulty, found, type Fact } from '../../../facts/fact.ts'
import type { RawFacts, RawFactSet } from '../../../facts/fact-set.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { encodeBase64 } from '../../../protocols/text/utf8.ts'
import { mailboxOutlooks } from '../../../simulate/mailboxes/outlook.ts'
import { readDomainInput } from '../../../protocols/dns/domain-input.ts'
import { assertionTerms } from './assertion-terms.ts'
import { bimiChain } from './bimi-chain.ts'
import { checkState, verdictIn, type CheckState } from './check-state.ts'
import { answerWords, evidenceWords, hopWords, otherRecordSeen } from './fetched-file.ts'
import { mailboxLines } from './mailbox-lines.ts'
import { unknownItems } from './unknown-items.ts'
import { lineOf, verdictLines } from './verdict-line.ts'

const DOMAIN = 'example.com'
const NAME = `default._bimi.${DOMAIN}`
const LOGO = `https://${DOMAIN}/logo.svg`
const MARK = `https://vendor.example/mark.pem`
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"><title>A</title></svg>'

function state(facts: RawFactSet, pending: (keyof RawFacts)[] = []): CheckState {
  const result = readDomainInput(DOMAIN)
  if (!result.ok) throw new Error('not a domain')
  return checkState({ ...result.input, selector: null }, facts, new Set(pending))
}

function answer(url: string, body: string | Uint8Array, more: Partial<HttpAnswer> = {}) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const base = { url, status: 200, mediaType: 'image/svg+xml', truncated: false, elapsedMs: 84 }
  return { ...base, bytes: bytes.length, body: encodeBase64(bytes), ...more }
}

const file = (url: string, body: string, more?: Partial<HttpAnswer>): Fact<HttpAnswer> =>
  found(answer(url, body, more), { name: url, via: 'proxy' })

const dmarc = (record: string): RawFactSet => ({
  mx: mxFact(DOMAIN, ['10 mail.example.com']),
  dmarcTxt: txtFact(`_dmarc.${DOMAIN}`, [record]),
  dmarcAbove: found([{ name: '_dmarc.com', txt: nothing('_dmarc.com', 'TXT') }], {
    name: DOMAIN,
    via: 'derived',
  }),
})

const REJECT = dmarc('v=DMARC1; p=reject; rua=mailto:d@example.com')
const good: RawFactSet = {
  ...REJECT,
  bimiTxt: txtFact(NAME, [`v=BIMI1; l=${LOGO}`]),
  indicator: file(LOGO, SVG),
}

const walked = (known: CheckState) =>
  bimiChain(known).map(({ title, standing, detail }) => `${title}: ${standing}, ${detail}`)
const sentence = (known: CheckState) => lineOf(verdictLines(known), 'bimi').sentence

describe('the chain of BIMI', () => {
  test('self-asserted and in order', () => {
    expect(walked(state(good))).toEqual([
      'Record: pass, `v=BIMI1`',
      'DMARC: pass, `p=reject`',
      'Logo: pass, SVG, 98\u00a0bytes',
      'Certificate: absent, no `a=`',
    ])
    expect(sentence(state(good))).toBe('A logo without a mark certificate, announced')
  })

  test('stops at DMARC that only watches, and says so once', () => {
    const known = state({ ...good, ...dmarc('v=DMARC1; p=none; rua=mailto:d@example.com') })
    expect(bimiChain(known)[1]).toMatchObject({ standing: 'error', note: 'mailboxes stop here' })
    expect(sentence(known)).toBe('Mailboxes ignore the logo while DMARC says `p=none`')
    expect(known.findings.filter(({ words }) => words.severity === 'error')).toHaveLength(1)
  })

  test('without a record owes nothing, and shows DMARC as it is', () => {
    const known = state({ ...dmarc('v=DMARC1; p=none'), bimiTxt: nothing(NAME, 'TXT') })
    expect(walked(known)).toEqual([
      'Record: absent, the name does not exist',
      'DMARC: not-applicable, `p=none`',
      'Logo: not-applicable, no record to read it from',
      'Certificate: not-applicable, no record to read it from',
    ])
    expect(lineOf(verdictLines(known), 'bimi')).toMatchObject({
      standing: 'absent',
      sentence: `No record at \`${NAME}\`, so no logo is announced`,
    })
  })

  test('a declination is a wish, not a fault', () => {
    const known = state({ ...REJECT, bimiTxt: txtFact(NAME, ['v=BIMI1; l=; a=;']) })
    expect(bimiChain(known)[0]).toMatchObject({ standing: 'pass', word: 'Declines' })
    expect(sentence(known)).toBe('The record asks mailboxes to show no logo')
  })

  test('findings about a file stand with that file', () => {
    const bimiTxt = txtFact(NAME, [`v=BIMI1; l=${LOGO}; a=${MARK}`])
    const evidence = faulty<HttpAnswer>('status', '404', { name: MARK, via: 'proxy' })
    const [, , logo, mark] = bimiChain(state({ ...good, bimiTxt, evidence }))
    expect(logo).toMatchObject({ standing: 'pass' })
    expect(mark).toMatchObject({ standing: 'error' })
  })

  test('a lost letter: the record as it begins', () => {
    const bimiTxt = txtFact(NAME, [`v=BIMl1; l=${LOGO}`])
    expect(bimiChain(state({ ...REJECT, bimiTxt }))[0]).toMatchObject({
      standing: 'error',
      detail: '`v=BIMl1`',
    })
  })
})

describe('settled or not', () => {
  test('DMARC too weak is final while the logo is out', () => {
    const known = { ...good, ...dmarc('v=DMARC1; p=none; rua=mailto:d@example.com') }
    delete known.indicator
    expect(verdictIn(state(known, ['indicator', 'evidence']), 'bimi')).toBe('error')
  })

  test('no record is not final while the organizational domain is out', () => {
    const known = { ...REJECT, bimiTxt: nothing(NAME, 'TXT') }
    expect(verdictIn(state(known, ['bimiOrgTxt']), 'bimi')).toBe(null)
    const line = lineOf(verdictLines(state(known, ['bimiOrgTxt'])), 'bimi')
    expect(line.sentence).toContain('Waiting for the one of the organizational domain')
  })

  test('DMARC does not wait for BIMI', () => {
    expect(verdictIn(state(REJECT, ['bimiTxt', 'indicator']), 'dmarc')).not.toBe(null)
  })
})

describe('could not be fetched', () => {
  test('the logo and the certificate have rows of their own, with their addresses', () => {
    const lost = (name: string) => failed('timeout', '', { name, via: 'proxy' } as const)
    const { report } = state({ ...good, indicator: lost(LOGO), evidence: lost(MARK) })
    expect(
      unknownItems(report).map(({ section, kind, title, address }) => [section, kind, title, address]), // prettier-ignore
    ).toEqual([
      ['bimi', 'logo', 'The logo could not be fetched', LOGO],
      ['bimi', 'certificate', 'The mark certificate could not be fetched', MARK],
    ])
  })

  test('a lookup belongs to its protocol', () => {
    const tlsaName = `_25._tcp.mail.${DOMAIN}`
    const tlsa = found(
      [{ host: `mail.${DOMAIN}`, tlsa: failed('timeout', '', dnsSource(tlsaName, 'TLSA')) }],
      { name: DOMAIN, via: 'derived' } as const,
    )
    const dmarcTxt = failed('timeout', '', dnsSource(`_dmarc.${DOMAIN}`, 'TXT'))
    const items = unknownItems(state({ tlsa, dmarcTxt }).report)
    expect(items.map(({ section }) => section).sort()).toEqual(['dane', 'dmarc'])
  })
})

describe('fetched files in words', () => {
  test('the answer, and every hop', () => {
    const hops = [{ url: LOGO, status: 301, location: 'https://cdn.example/l.svg' }]
    const said = answer(LOGO, SVG, { hops, contentEncoding: 'gzip' })
    expect(answerWords(said)).toBe(
      '200, `image/svg+xml`, sent as `gzip`, 98\u00a0bytes, 84\u00a0ms.',
    )
    expect(hopWords(said)).toEqual([
      `\`${LOGO}\` answers 301 and leads to \`https://cdn.example/l.svg\`.`,
    ])
  })

  test('the certificate: counted, not read', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n'
    expect(evidenceWords(answer(MARK, pem + pem))).toMatch(/^Two certificates in PEM form\. /)
    expect(evidenceWords(answer(MARK, '<html>'))).toBe('The file holds no PEM certificate.')
  })

  test('the proxy saw another record', () => {
    const record = { name: NAME, text: 'v=BIMI1; l=https://old.example/l.svg' }
    const seen = { name: NAME, texts: [`v=BIMI1; l=${LOGO}`] }
    expect(otherRecordSeen(file(LOGO, SVG, { record }), seen)).toContain('old.example')
    expect(otherRecordSeen(file(LOGO, SVG, { record: { ...record, text: seen.texts[0] ?? '' } }), seen)).toBe(null) // prettier-ignore
    expect(otherRecordSeen(file(LOGO, SVG), seen)).toBe(null)
  })
})

test('who hears of which record', () => {
  const org = `default._bimi.${DOMAIN}`
  const own = 'default._bimi.mail.example.com'
  const inherited = state({
    bimiTxt: nothing(own, 'TXT'),
    bimiOrgTxt: txtFact(org, [`v=BIMI1; l=${LOGO}`]),
  })
  expect(assertionTerms(inherited.facts)[0]?.text).toContain('its organizational domain speaks')
  expect(assertionTerms(state(good).facts)).toEqual([])
  const question = { selector: 'default', custom: false, localPart: 'katie' }
  const asked = state({ ...good, bimiQuestion: found(question, { name: 'katie', via: 'typed' }) })
  expect(assertionTerms(asked.facts)).toEqual([
    {
      name: 'Address',
      text: 'All addresses share this record, `katie` too: it has no `lps`.',
    },
  ])
})

test('mailboxes: what is missing, with the date of the sources, never a promise', () => {
  const lines = mailboxLines(mailboxOutlooks(state(good).facts))
  const of = (id: string) => lines.find((line) => line.id === id)
  expect(of('gmail')).toMatchObject({ word: 'Not yet', reason: 'Missing: a mark certificate.' })
  expect(of('fastmail')).toMatchObject({ word: 'Nothing missing', reason: '' })
  expect(of('microsoft')).toMatchObject({ standing: 'not-applicable' })
  for (const { read } of lines) expect(read).toMatch(/^[A-Z][a-z]+ 20\d\d, /)
})
