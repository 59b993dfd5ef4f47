import { expect, test } from 'vitest'
import { closingLine, playwrightCounts, runSteps, vitestCounts } from './steps.mjs'

test('a runner’s report is summed, and a file that could not be read counts as failed', () => {
  const json = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [{ status: 'failed', fullName: 'adds' }, { status: 'passed' }],
      },
    ],
  }
  expect(vitestCounts(json)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 3,
    notes: ['failed: a.test.ts: adds'],
  })
})

test('a browser test that passes at the second try has passed, and is named; one that does not has failed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }
  const spec = (title: string, status: string) => ({
    file: 'a.spec.ts',
    title,
    tests: [{ status }],
  })
  const suites = [
    { suites: [{ specs: [spec('slow', 'flaky'), spec('good', 'expected')] }] },
    { specs: [spec('bad', 'unexpected')] },
  ]
  expect(playwrightCounts({ stats, errors: [], suites })).toEqual({
    passed: 4,
    failed: 1,
    skipped: 2,
    notes: ['failed: a.spec.ts: bad', 'passed at the second try only: a.spec.ts: slow'],
  })
})

test('a run that broke before its tests has failed', () => {
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(playwrightCounts({ stats: none, errors: [{}] }).failed).toBe(1)
})

const exit = (code: number) => ({
  name: 'step',
  command: process.execPath,
  args: ['-e', `process.exit(${code})`],
})

test('all steps run; one that fails without a report is one failure', () => {
  expect(closingLine(runSteps([exit(3), exit(0)]))).toBe(
    'failed: the step step\n0 passed, 1 failed, 0 skipped',
  )
})

test('a missing report is a failure', () => {
  const step = { ...exit(0), report: { file: 'does/not/exist.json', read: vitestCounts } }
  expect(runSteps([step]).failed).toBe(1)
})
