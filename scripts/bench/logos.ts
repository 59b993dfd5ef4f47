/** The same 10,000 files through `signet logo --json` and through the judge, and a large logo by itself. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, openSync, rmSync, closeSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isJudgeThere, judged } from '../../e2e/lab/logo-judge.ts'
import { judgeLogo } from '../../src/cli/logo.ts'
import { readLogo } from '../../src/svg/logo.ts'
import { logoArtwork } from '../../src/testing/logo-artwork.ts'
import { logoCorpus, type CorpusFile } from '../../src/testing/logo-corpus.ts'
import { root } from '../setup.mjs'
import { median, type Row } from './table.ts'

const FILES = 10_000
/** Ours may take a fifth of the judge's time; a tenth is the aim. */
const PART = 5
const RUNS = 20

export async function logos(): Promise<Row[]> {
  const files = sample()
  const ours = await oursMs(files)
  const row = { what: `${FILES} files, signet logo --json`, measured: perFile(ours) }
  if (!isJudgeThere())
    return [row, { what: 'jing', measured: 'not there, nor a schema' }, ...largeLogo()]
  const { ms } = judged(files)
  return [
    { ...row, bar: `${perFile(ms / PART)}, a fifth of jing`, ratio: (ours * PART) / ms },
    { what: `${FILES} files, jing`, measured: perFile(ms) },
    { what: 'jing takes', measured: `${(ms / ours).toFixed(1)} × ours` },
    ...largeLogo(),
  ]
}

/** Evenly from the whole of the corpus, which the differential test runs in full. */
function sample(): CorpusFile[] {
  const all = [...logoCorpus(), ...logoArtwork()]
  return Array.from({ length: FILES }, (_, i) => all[Math.floor((i * all.length) / FILES)]).filter(
    (file) => file !== undefined,
  )
}

/** From the start of the program to its end; what it prints goes into a file. */
async function oursMs(files: readonly CorpusFile[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'signet-bench-'))
  try {
    const paths = files.map((_, i) => join(folder, `${i}.svg`))
    files.forEach(({ bytes }, i) => writeFileSync(paths[i] ?? '', bytes))
    const output = openSync(join(folder, 'output'), 'w')
    const main = join(root, 'src', 'cli', 'main.ts')
    const began = performance.now()
    const child = spawn(process.execPath, [main, 'logo', '--json', ...paths], {
      stdio: ['ignore', output, 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache', 'node') },
    })
    await new Promise((resolve) => child.once('close', resolve))
    const ms = performance.now() - began
    closeSync(output)
    return ms
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function perFile(ms: number): string {
  return `${((ms * 1000) / FILES).toFixed(1)} µs a file`
}

/** As large as a logo may be: many small paths. */
function largeLogo(): Row[] {
  const bytes = new TextEncoder().encode(large())
  const reading = timed(() => readLogo(bytes))
  const judging = timed(() => judgeLogo('large.svg', bytes))
  return [
    { what: `a logo of ${bytes.length} bytes, read`, measured: `${reading.toFixed(1)} ms` },
    {
      what: `a logo of ${bytes.length} bytes, with all findings`,
      measured: `${judging.toFixed(1)} ms`,
      bar: '100 ms',
      ratio: judging / 100,
    },
  ]
}

function large(): string {
  const start =
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" width="96" height="96" viewBox="0 0 96 96"><title>Large</title>'
  let text = start
  for (let i = 0; text.length < 32_600; i += 1) {
    const digest = createHash('sha256').update(String(i)).digest()
    const at = (n: number): string => ((digest[n] ?? 0) / 2.7).toFixed(2)
    text += `<path fill="#${digest.toString('hex', 0, 3)}" d="M${at(1)} ${at(2)}c${at(3)} ${at(4)} ${at(5)} ${at(6)} ${at(7)} ${at(8)}s${at(9)} ${at(10)} ${at(11)} ${at(12)}z"/>`
  }
  return `${text}</svg>`
}

function timed(run: () => unknown): number {
  return median(
    Array.from({ length: RUNS }, () => {
      const began = performance.now()
      run()
      return performance.now() - began
    }),
  )
}
