import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mxFact, policyFileFact, txtFact } from '../facts/build.ts'
import { failed } from '../facts/fact.ts'
import type { RawFactSet } from '../facts/fact-set.ts'
import { policyText } from './example.ts'
import { judge } from './report.ts'
import { reportMarkdown } from './report-markdown.ts'

const TIME = Date.parse('2026-09-14T10:42:07Z')

function markdown(facts: RawFactSet, name = 'example.com'): string {
  return reportMarkdown(judge({ kind: 'domain', name }, facts), TIME)
}

const record = (text: string): RawFactSet => ({
  mtaStsTxt: txtFact('_mta-sts.example.com', [text]),
})

describe('a report as Markdown', () => {
  test('opens with the name, the time and the verdicts', () => {
    const text = markdown(record('v=STSV1; id=1;'))
    expect(text.split('\n').slice(0, 3)).toEqual([
      '# example.com',
      '',
      'Checked by Signet, 2026-09-14 10:42 UTC.',
    ])
    expect(text).toContain('| MTA-STS | Error |')
  })

  test('a finding says what, where, why, what to do and by which rule', () => {
    const text = markdown(record('v=STSV1; id=1;'))
    expect(text).toContain('### Error: The version reads `v=STSV1`')
    expect(text).toMatch(/- About: `_mta-sts\.example\.com`, line 1, column \d+: `/)
    expect(text).toMatch(/- Why: .+\.\n- Do: .+\.\n- Rule: `sts\.record\.version-case`, /)
    expect(text).toContain('RFC 8461, section 3.1')
  })

  test('without findings it says so', () => {
    expect(markdown({})).toContain('No rule found anything.')
  })

  test('what could not be learned is no finding', () => {
    const source = {
      name: 'https://mta-sts.example.com/.well-known/mta-sts.txt',
      via: 'proxy',
    } as const
    const text = markdown({ mtaStsPolicyFile: failed('timeout', 'no answer in 60 s', source) })
    expect(text).toContain('## Could not check')
    expect(text).toContain(`- \`${source.name}\`: timeout, \`no answer in 60 s\``)
    expect(text).toContain('MTA-STS policy file: not seen.')
  })

  test('texts are quoted whole', () => {
    const text = markdown({
      ...record('v=STSv1; id=1'),
      mtaStsPolicyFile: policyFileFact('example.com', policyText()),
      mx: mxFact('example.com', ['10 mail1.example.com']),
    })
    expect(text).toContain('```\nv=STSv1; id=1\n```')
    expect(text).toContain('```\nversion: STSv1\nmode: enforce\n')
  })

  test('a text with fences of its own stays inside a longer one', () => {
    expect(markdown(record('v=STSv1; ```` id=1'))).toContain('`````\nv=STSv1; ```` id=1\n`````')
  })

  test('a name with marks of Markdown is escaped', () => {
    expect(markdown({}, 'a_b*[c](d)<e>').split('\n')[0]).toBe('# a\\_b\\*\\[c\\](d)\\<e\\>')
  })

  test('no text from outside can begin a heading or a table of its own', () => {
    const hostile = fc.string({ unit: fc.constantFrom('`', '#', '\n', '|', ' ', 'a', '<', '\r') })
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = markdown(record(`v=STSV1; id=${text}`)).split('\n')
        const open = lines.findIndex((line) => /^`{3,}$/.test(line))
        const before = lines.slice(0, open)
        const own =
          /^(?:$|# example\.com$|## |### (?:Error|Warning|Notice|MTA-STS)|- |\||Checked|`[^`])/
        expect(before.filter((line) => !own.test(line))).toEqual([])
      }),
    )
  })
})
