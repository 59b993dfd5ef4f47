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
      { status: 'failed', assertionResults: [{}] },
    ],
  }
  expect(vitestCounts(json)).toEqual({ passed: 5, failed: 2, skipped: 3 })
})

test('a flaky test has failed, and so has a run that broke before its tests', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 2 }
  expect(playwrightCounts({ stats, errors: [] })).toEqual({ passed: 3, failed: 1, skipped: 2 })
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(playwrightCounts({ stats: none, errors: [{}] }).failed).toBe(1)
})

const exit = (code: number) => ({
  name: 'step',
  command: process.execPath,
  args: ['-e', `process.exit(${code})`],
})

test('all steps run; one that fails without a report is one failure', () => {
  expect(closingLine(runSteps([exit(3), exit(0)]))).toBe('0 passed, 1 failed, 0 skipped')
})

test('a missing report is a failure', () => {
  const step = { ...exit(0), report: { file: 'does/not/exist.json', read: vitestCounts } }
  expect(runSteps([step]).failed).toBe(1)
})
