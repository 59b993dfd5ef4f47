import { describe, expect, test } from 'vitest'
import { nothing } from '../../facts/build.ts'
import { found } from '../../facts/fact.ts'
import { derive } from '../../facts/derive/derive.ts'
import { domainFacts, type DomainSketch } from '../../testing/domain-facts.ts'
import { correctionOf } from './correct.ts'

const correct = (name: Parameters<typeof correctionOf>[0], sketch: Partial<DomainSketch>) =>
  correctionOf(name, derive(domainFacts(sketch)))
const rpt = (...records: string[]) => correct('tls-rpt-record', { rpt: records })

describe('the TLS-RPT record', () => {
  test.each([
    ['a good one stays', ['v=TLSRPTv1; rua=mailto:a@b.example'], null],
    [
      'so does one with three addresses',
      ['v=TLSRPTv1;rua=mailto:a@b.example,mailto:c@b.example,https://r.example/'],
      null,
    ],
    ['the version', ['v=TLSRPTV1; rua=mailto:a@b.example'], 'v=TLSRPTv1; rua=mailto:a@b.example'],
    ['the scheme', ['v=TLSRPTv1; rua=a@b.example'], 'v=TLSRPTv1; rua=mailto:a@b.example'],
    ['slashes', ['v=TLSRPTv1; rua=mailto://a@b.example'], 'v=TLSRPTv1; rua=mailto:a@b.example'],
    ['brackets', ['v=TLSRPTv1; rua=mailto:<a@b.example>'], 'v=TLSRPTv1; rua=mailto:a@b.example'],
    ['a size', ['v=TLSRPTv1; rua=mailto:a@b.example!10m'], 'v=TLSRPTv1; rua=mailto:a@b.example'],
    [
      'semicolons',
      ['v=TLSRPTv1; rua=mailto:a@b.example;mailto:c@b.example'],
      'v=TLSRPTv1; rua=mailto:a@b.example,mailto:c@b.example',
    ],
    [
      'blanks',
      ['v=TLSRPTv1; rua=mailto:a@b.example mailto:c@b.example'],
      'v=TLSRPTv1; rua=mailto:a@b.example,mailto:c@b.example',
    ],
    [
      'the second scheme',
      ['v=TLSRPTv1; rua=mailto:a@b.example,c@b.example'],
      'v=TLSRPTv1; rua=mailto:a@b.example,mailto:c@b.example',
    ],
    [
      'a raw semicolon in a URL',
      ['v=TLSRPTv1; rua=https://r.example/a;b'],
      'v=TLSRPTv1; rua=https://r.example/a%3Bb',
    ],
    ['plain http', ['v=TLSRPTv1; rua=http://r.example/v1'], 'v=TLSRPTv1; rua=https://r.example/v1'],
    [
      'a subject',
      ['v=TLSRPTv1; rua=mailto:a@b.example?subject=x'],
      'v=TLSRPTv1; rua=mailto:a@b.example',
    ],
    [
      'an empty item',
      ['v=TLSRPTv1; rua=mailto:a@b.example,'],
      'v=TLSRPTv1; rua=mailto:a@b.example',
    ],
    ['DMARC’s name', ['v=TLSRPTv1; ruf=mailto:a@b.example'], 'v=TLSRPTv1; rua=mailto:a@b.example'],
    [
      'two fields',
      ['v=TLSRPTv1; rua=mailto:a@b.example; rua=mailto:c@b.example'],
      'v=TLSRPTv1; rua=mailto:a@b.example,mailto:c@b.example',
    ],
    [
      'two records',
      ['v=TLSRPTv1; rua=mailto:a@b.example', 'v=TLSRPTv1; rua=mailto:c@b.example'],
      'v=TLSRPTv1; rua=mailto:a@b.example,mailto:c@b.example',
    ],
    [
      'an extension',
      ['v=TLSRPTV1; rua=mailto:a@b.example; x=y'],
      'v=TLSRPTv1; rua=mailto:a@b.example; x=y',
    ],
    ['a backslash', ['v=TLSRPTv1\\; rua=mailto:a@b.example'], 'v=TLSRPTv1; rua=mailto:a@b.example'],
    [
      'an encoded mark is kept',
      ['v=TLSRPTV1; rua=https://r.example/a%3Bb'],
      'v=TLSRPTv1; rua=https://r.example/a%3Bb',
    ],
    [
      'an equals sign in a query',
      ['v=TLSRPTV1; rua=https://r.example/?a=b'],
      'v=TLSRPTv1; rua=https://r.example/?a=b',
    ],
    [
      'nothing to save',
      ['v=TLSRPTv1; rua=tel:1'],
      'v=TLSRPTv1; rua=mailto:tls-reports@example.com',
    ],
    ['none yet', [], 'v=TLSRPTv1; rua=mailto:tls-reports@example.com'],
  ])('%s', (_, records, expected) => expect(rpt(...records)?.text ?? null).toBe(expected))

  test('an address made up for the purpose is said to be one', () => {
    expect(rpt()?.notes.join()).toContain('mailto:tls-reports@example.com')
    expect(rpt('v=TLSRPTv1; rua=a@b.example')?.notes).toEqual([])
  })

  test('an address that takes no reports is left out', () => {
    const uri = 'mailto:a@gone.example'
    const tlsRptTargets = found(
      [
        {
          uri,
          kind: 'mailto' as const,
          host: 'gone.example',
          mx: nothing('gone.example', 'MX'),
          addresses: {
            name: 'gone.example',
            a: nothing('gone.example', 'A'),
            aaaa: nothing('gone.example', 'AAAA'),
          },
        },
      ],
      { name: 'example.com', via: 'dns' },
    )
    const records = [`v=TLSRPTv1; rua=${uri},mailto:b@b.example`]
    expect(correct('tls-rpt-record', { rpt: records, facts: { tlsRptTargets } })).toMatchObject({
      text: 'v=TLSRPTv1; rua=mailto:b@b.example',
      notes: ['`mailto:a@gone.example` cannot take reports.'],
    })
  })
})
