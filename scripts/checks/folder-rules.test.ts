import { expect, test } from 'vitest'
import { violationsIn } from './folder-rules.ts'

const rules = (file: string, code: string) => violationsIn(file, code).map(({ rule }) => rule)

test.each([
  ['rules may read facts', 'src/checks/run.ts', "import { x } from '../facts/fact.ts'"],
  ['protocols share their texts', 'src/protocols/mta-sts/a.ts', "import '../text/cursor.ts'"],
  ['a feature may gather', 'src/features/one/a.tsx', "import { g } from '../../gather/plan.ts'"],
  ['the command line uses the proxy', 'src/cli/a.ts', "import { f } from '../../proxy/fetch.ts'"],
  ['tests may do what they need', 'src/checks/a.test.ts', "import '../gather/plan.ts'; Date.now()"],
  ['a date that is given is no clock', 'src/checks/a.ts', 'new Date(given)'],
])('allowed: %s', (_, file, code) => expect(rules(file, code)).toEqual([]))

test.each([
  ['facts do not judge', 'src/facts/a.ts', "import type { R } from '../checks/rule.ts'"],
  ['gathering does not judge', 'src/gather/a.ts', "import { run } from '../checks/run.ts'"],
  ['protocols do not know each other', 'src/protocols/mx/a.ts', "import '../mta-sts/record.ts'"],
  ['features do not know each other', 'src/features/one/a.ts', "import '../two/b.ts'"],
  ['ui knows nothing of mail', 'src/ui/a.tsx', "import { f } from '../protocols/dns/records.ts'"],
  ['a re-export is an import', 'src/facts/a.ts', "export { run } from '../checks/run.ts'"],
  ['a lazy import is an import', 'src/ui/a.ts', "const x = import('../checks/run.ts')"],
  ['test tools stay in tests', 'src/checks/a.ts', "import '../testing/expect-findings.ts'"],
  ['no Node in pure folders', 'src/checks/a.ts', "import { readFileSync } from 'node:fs'"],
  ['no React in pure folders', 'src/checks/a.ts', "import { useMemo } from 'react'"],
  ['no clock', 'src/checks/a.ts', 'const now = Date.now()'],
  ['no clock by another name', 'src/simulate/a.ts', 'const now = new Date()'],
  ['no chance', 'src/protocols/dns/a.ts', 'const id = Math.random()'],
  ['no network', 'src/facts/a.ts', "fetch('https://example.com')"],
  ['the proxy does not judge', 'proxy/a.ts', "import { run } from '../src/checks/run.ts'"],
])('forbidden: %s', (_, file, code) => expect(rules(file, code)).toHaveLength(1))

test('a folder nobody has placed is an error', () => {
  expect(() => violationsIn('src/misc/a.ts', '')).toThrow(/src\/misc has no entry/)
})
