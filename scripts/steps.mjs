/**
 * Runs the steps of a test command one after the other, all of them even when one fails, and ends with one line that
 * sums what the runners reported. A step without a runner of its own counts only when it fails, as one failure.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number, notes?: string[] }} Counts notes: what to say of single tests
 * @typedef {{ name: string, command: string, args: string[], env?: Record<string, string>, report?: { file: string, read: (json: any) => Counts } }} Step
 */

/** @param {any} json what Vitest's JSON reporter writes */
export function vitestCounts(json) {
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests + failedSuites(json),
    skipped: json.numPendingTests + json.numTodoTests,
    notes: failedNames(json).map((name) => `failed: ${name}`),
  }
}

/** @param {any} json @returns {string[]} */
function failedNames({ testResults }) {
  return testResults.flatMap((/** @type {any} */ { name, assertionResults }) =>
    assertionResults
      .filter((/** @type {any} */ { status }) => status === 'failed')
      .map((/** @type {any} */ { fullName }) => `${name}: ${fullName}`),
  )
}

/** A file that could not be collected has no tests to fail: it counts as one. @param {any} json */
function failedSuites(json) {
  return json.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
}

/**
 * A browser on a busy machine now and then loses a second. Under CI a test that failed is tried once more, and one that
 * passes then counts as passed and is named.
 * @param {any} json what Playwright's JSON reporter writes
 */
export function playwrightCounts({ stats, errors, suites = [] }) {
  const specs = specsIn(suites)
  const named = (/** @type {string} */ status, /** @type {string} */ words) =>
    specs
      .filter(({ tests }) => tests.some((/** @type {any} */ test) => test.status === status))
      .map(({ file, title }) => `${words}: ${file}: ${title}`)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
    notes: [...named('unexpected', 'failed'), ...named('flaky', 'passed at the second try only')],
  }
}

/** @param {any[]} suites @returns {any[]} */
function specsIn(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsIn(inner)])
}

/** @param {Step[]} steps @returns {Counts} */
export function runSteps(steps) {
  /** @type {Required<Counts>} */
  const total = { passed: 0, failed: 0, skipped: 0, notes: [] }
  for (const step of steps) {
    const counts = runStep(step)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
    total.notes.push(...(counts.notes ?? []))
  }
  return total
}

/** @param {Step} step @returns {Counts} */
function runStep({ name, command, args, env, report }) {
  process.stdout.write(`\n── ${name}\n`)
  if (report) rmSync(report.file, { force: true })
  const started = Date.now()
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  process.stdout.write(
    `   ${status === 0 ? 'done' : `FAILED (exit ${status})`} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
  )
  const counts = report ? readCounts(report) : { passed: 0, failed: 0, skipped: 0 }
  // A runner that failed without naming a failed test (a crash, a coverage bar) must not end as "0 failed".
  if (status !== 0 && counts.failed === 0)
    return { ...counts, failed: 1, notes: [`failed: the step ${name}`] }
  return counts
}

/** @param {NonNullable<Step['report']>} report @returns {Counts} */
function readCounts({ file, read }) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    process.stdout.write(`   no report of the runner: ${String(error)}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** One line, after a line for each test that has to be named. @param {Counts} counts */
export function closingLine({ passed, failed, skipped, notes = [] }) {
  return [...notes, `${passed} passed, ${failed} failed, ${skipped} skipped`].join('\n')
}
