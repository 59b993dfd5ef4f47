/** DMARC and BIMI by the command line: the tree walk in real zones, logos on real hosts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsIn, linesOf, signet, type ReportLine } from '../../src/testing/signet.ts'
import { BRAND } from './logo-host.ts'
import { theLab } from './the-lab.ts'

const lab = theLab()
afterAll(() => lab.keeper.end())

async function check(domains: string[], more: string[] = []) {
  const network = ['--resolver', lab.httpsUrl, '--ca', lab.ca, '--allow-private']
  const run = await signet(['check', ...domains, '--json', ...network, ...more])
  expect(run.err).toBe('')
  return { code: run.code, lines: linesOf(run) }
}

const about = (line: ReportLine | undefined, protocol: string) =>
  line === undefined
    ? []
    : idsIn(line)
        .filter((id) => id.startsWith(`${protocol}.`))
        .toSorted()

describe('the tree walk', () => {
  const EFFECTIVE = 'dmarc.policy.effective'
  const DIFFERS = 'dmarc.walk.psl-differs'
  const lines = new Map<string, ReportLine>()
  const cases: [string, string[], string[]][] = [
    ['walk.test', [EFFECTIVE], ['`reject`, by `p` of the record at `_dmarc.walk.test`']],
    ['mail.walk.test', [EFFECTIVE], ['`none`, by `p` of the record at `_dmarc.mail.walk.test`']],
    [
      'a.mail.walk.test',
      [EFFECTIVE],
      ['`quarantine`, by `sp` of the record at `_dmarc.walk.test`'],
    ],
    [
      'a.b.c.d.e.f.g.h.i.j.mail.walk.test',
      [EFFECTIVE],
      ['`quarantine`, by `sp` of the record at `_dmarc.walk.test`'],
    ],
    ['gone.walk.test', [EFFECTIVE], ['`reject`, by `np` of the record at `_dmarc.walk.test`']],
    [
      'a.mail.own.test',
      [EFFECTIVE, DIFFERS],
      [
        '`quarantine`, by `p` of the record at `_dmarc.mail.own.test`',
        '`mail.own.test` by the DNS, and `own.test` by the Public Suffix List',
      ],
    ],
    [
      'a.b.registry.test',
      [EFFECTIVE, DIFFERS],
      [
        '`reject`, by `p` of the record at `_dmarc.registry.test`',
        '`b.registry.test` by the DNS, and `registry.test` by the Public Suffix List',
      ],
    ],
    ['double.test', ['dmarc.record.multiple'], []],
  ]

  beforeAll(async () => {
    const { lines: told } = await check(cases.map(([name]) => name))
    for (const line of told) lines.set(line.subject.name, line)
  })

  test.each(cases)('%s', (name, ids, titles) => {
    const line = lines.get(name)
    expect(about(line, 'dmarc')).toEqual(ids.toSorted())
    const told = line?.findings.map(({ title }) => title).join('\n')
    for (const title of titles) expect(told).toContain(title)
  })

  test('a domain without mail is not told to publish what already applies to it', () => {
    const told = (name: string) => about(lines.get(name), 'mx')
    expect(told('a.b.registry.test')).toEqual(['mx.null'])
    expect(told('a.mail.walk.test')).toEqual(['mx.null', 'mx.null-no-dmarc'])
  })
})

describe('the logo', () => {
  /** Said of every logo here: its host has another domain than the brand. */
  const ELSEWHERE = 'bimi.host.domain'

  test.each<[string, number, string[]]>([
    ['default', 0, [ELSEWHERE]],
    ['moved-svg', 0, ['bimi.host.redirect', ELSEWHERE]],
    ['circle-svg', 1, ['bimi.host.redirect', ELSEWHERE]],
    ['downgrade-svg', 1, ['bimi.host.redirect', ELSEWHERE]],
    ['stale-svg', 1, ['bimi.host.https-cert', ELSEWHERE]],
    ['typed-svg', 0, ['bimi.host.content-type-svg', ELSEWHERE]],
    ['encoded-svgz', 0, [ELSEWHERE]],
    ['raw-svgz', 0, [ELSEWHERE]],
    ['gone', 1, ['bimi.host.status', ELSEWHERE]],
    ['nowhere', 1, ['bimi.host.resolves', ELSEWHERE]],
    ['none', 0, ['bimi.record.decline']],
    ['missing', 1, ['bimi.selector.custom-missing']],
  ])('%s', async (selector, code, expected) => {
    const run = await check([BRAND], ['--selector', selector])
    expect(about(run.lines[0], 'bimi')).toEqual(expected.toSorted())
    expect(run.code).toBe(code)
  })

  test('an address below the brand has the record of the brand', async () => {
    const { lines } = await check([`katie@news.${BRAND}`])
    expect(lines[0]?.facts['indicator']).toMatchObject({
      state: 'found',
      value: { url: 'https://logo.lab.test/good.svg' },
    })
  })
})
