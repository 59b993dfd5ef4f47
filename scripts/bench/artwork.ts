/** The aim of repair, measured on real artwork: valid and the same, or declined with the reason; never silent damage. */
import { writeFileSync } from 'node:fs'
import { isJudgeThere, judged } from '../../e2e/lab/logo-judge.ts'
import { nodeRender } from '../../src/cli/render-logo.ts'
import { NO_OPTIONS } from '../../src/svg/fixes/fix.ts'
import { readLogo } from '../../src/svg/logo.ts'
import { verifiedRepair, type Render, type VerifiedRepair } from '../../src/svg/verify.ts'
import { hardArtwork, type Artwork } from './artwork-files.ts'
import { changedShare } from './changed-share.ts'
import type { Row } from './table.ts'

const SAMPLE = 300
/** Of all pixels at 160 px: what others have called visible. */
const DAMAGE = 0.005

const FEATURES: readonly [name: string, sign: RegExp][] = [
  ['style attribute', /\sstyle\s*=/],
  ['<style>', /<style[\s>]/],
  ['use', /<use[\s/>]/],
  ['nested svg or symbol', /<symbol[\s>]|<svg[\s>][^]*<svg[\s>]/],
  ['opacity', /[\s;"']opacity\s*[:=]/],
  ['gradientTransform', /gradientTransform/],
  ['fx, fy', /\sf[xy]\s*=/],
  ['href of a gradient', /<(?:linear|radial)Gradient[^>]*href=/],
  ['clip path', /<clipPath/],
  ['mask', /<mask[\s>]/],
  ['pattern', /<pattern[\s>]/],
  ['marker', /<marker[\s>]/],
  ['filter', /<filter[\s>]/],
  ['blend mode', /mix-blend-mode/],
  ['image', /<image[\s>]/],
  ['text', /<text[\s>]/],
  ['foreign namespaces', /xmlns:(?!xlink|svg\b)\w+=/],
]

interface Result {
  file: Artwork
  repair: VerifiedRepair
  outcome: 'fixed' | 'declined' | 'damaged'
  reason: string
  ms: number
}

/** @param args how many files; a file for the report; a folder with files in the place of the packages. */
export async function artwork(args: readonly string[]): Promise<Row[]> {
  const render = await nodeRender()
  if (render === null) return [{ what: 'artwork', measured: 'no renderer: @resvg/resvg-js' }]
  const files = hardArtwork(Number(args[0] ?? SAMPLE), args[2])
  const results: Result[] = []
  for (const file of files) results.push(await resultOf(file, render))
  refuseInvalid(results)
  if (args[1] !== undefined) writeFileSync(args[1], report(results))
  const ms = results.reduce((sum, result) => sum + result.ms, 0)
  return [
    rowOf('all', results, 0.85),
    ...FEATURES.map(([name, sign]) =>
      rowOf(
        `  ${name}`,
        results.filter(({ file }) => sign.test(file.text)),
      ),
    ),
    { what: 'silent damage', measured: String(count(results, 'damaged')), bar: '0' },
    ...reasons(results).map(([reason, { length }]) => ({
      what: `  declined: ${reason}`,
      measured: String(length),
    })),
    { what: 'time for a file', measured: `${(ms / files.length).toFixed(0)} ms` },
  ]
}

async function resultOf(file: Artwork, render: Render): Promise<Result> {
  const began = performance.now()
  const logo = readLogo(new TextEncoder().encode(file.text))
  const options = { ...NO_OPTIONS, title: 'Artwork' }
  const repair = await verifiedRepair(logo, options, render)
  const ms = performance.now() - began
  if (!repair.isFixed) return { file, repair, ms, outcome: 'declined', reason: reasonOf(repair) }
  const share = await changedShare(logo, repair.faithful, render)
  return { file, repair, ms, outcome: share > DAMAGE ? 'damaged' : 'fixed', reason: '' }
}

/** What the published schema refuses was not fixed, whatever we say. */
function refuseInvalid(results: readonly Result[]): void {
  if (!isJudgeThere()) return
  const fixed = results.filter(({ outcome }) => outcome !== 'declined')
  const files = fixed.map(({ file, repair }) => ({
    name: file.name,
    bytes: new TextEncoder().encode(repair.text),
  }))
  const { valid } = judged(files)
  for (const [i, result] of fixed.entries())
    if (valid[i] !== true)
      Object.assign(result, { outcome: 'damaged', reason: 'the schema says no' })
}

/** What was said, else what is left. */
function reasonOf({ obstacles, switchedOff, text, schemaValid }: VerifiedRepair): string {
  const left = schemaValid ? [] : readLogo(new TextEncoder().encode(text)).faults
  const fault = left.find(({ code }) => code !== 'title.missing')
  const remains = fault === undefined ? '' : `${fault.code} ${fault.seen}`
  if (switchedOff.length > 0) return `${switchedOff.join(' and ')} would show; ${remains}`
  const [first] = obstacles
  return first === undefined ? `nothing said; ${remains}` : `${first.element}: ${first.why}`
}

function rowOf(what: string, results: readonly Result[], aim?: number): Row {
  const fixed = count(results, 'fixed')
  const part = results.length === 0 ? 0 : fixed / results.length
  const measured = `${fixed} of ${results.length}, ${(part * 100).toFixed(1)} %`
  return aim === undefined
    ? { what, measured }
    : { what, measured, bar: `${aim * 100} %`, ratio: aim / Math.max(part, 0.01) }
}

function count(results: readonly Result[], outcome: Result['outcome']): number {
  return results.filter((result) => result.outcome === outcome).length
}

function reasons(results: readonly Result[]): [string, Result[]][] {
  const declined = results.filter(({ outcome }) => outcome === 'declined')
  return [...Map.groupBy(declined, ({ reason }) => reason)].sort(
    ([, a], [, b]) => b.length - a.length,
  )
}

/** For those who write repairs: every reason with its files. */
function report(results: readonly Result[]): string {
  const damaged = results.filter(({ outcome }) => outcome === 'damaged')
  const lines = reasons(results).flatMap(([reason, all]) => [
    `\n${all.length} × ${reason}`,
    ...all.slice(0, 12).map(({ file }) => `    ${file.name}`),
  ])
  return [
    `fixed ${count(results, 'fixed')} of ${results.length}; damaged ${damaged.length}`,
    ...damaged.map(({ file, reason }) => `  DAMAGED ${file.name} ${reason}`),
    ...lines,
    '',
  ].join('\n')
}
