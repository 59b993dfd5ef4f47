/** The published schema's own verdict, by jing: through the shared judge, or with a schema file that is named. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CorpusFile } from '../../src/testing/logo-corpus.ts'

const SHARED = resolve('../shared/oracle/tiny-ps')
const SCHEMA = process.env['TINY_PS_SCHEMA']
const JING = '/usr/share/java/jing.jar'
/** Files on one command line of jing. */
const BATCH = 500

export function isJudgeThere(): boolean {
  return existsSync(JING) && (existsSync(SHARED) || (SCHEMA !== undefined && existsSync(SCHEMA)))
}

/** true for each file that the schema allows; a DOCTYPE counts as no. */
export function judged(files: readonly CorpusFile[]): { valid: boolean[]; ms: number } {
  const folder = mkdtempSync(join(tmpdir(), 'signet-logos-'))
  try {
    const paths = files.map((_, i) => join(folder, `${i}.svg`))
    files.forEach(({ bytes }, i) => writeFileSync(paths[i] ?? '', bytes))
    const began = performance.now()
    const bad = existsSync(SHARED) ? byShared(paths, folder) : byJing(paths)
    const ms = performance.now() - began
    const valid = files.map(
      ({ bytes }, i) => !bad.has(paths[i] ?? '') && !Buffer.from(bytes).includes('<!DOCTYPE'),
    )
    return { valid, ms }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function byShared(paths: readonly string[], folder: string): Set<string> {
  writeFileSync(join(folder, 'list'), paths.join('\n'))
  const lines = run(SHARED, ['--json', '--brief', '-l', join(folder, 'list')])
    .trim()
    .split('\n')
  const verdicts = lines.map((line) => JSON.parse(line) as { file: string; valid: boolean })
  return new Set(verdicts.filter(({ valid }) => !valid).map(({ file }) => file))
}

/** Each complaint begins with the name of the file. */
function byJing(paths: readonly string[]): Set<string> {
  const bad = new Set<string>()
  for (let i = 0; i < paths.length; i += BATCH) {
    const said = run('jing', ['-i', '-c', SCHEMA ?? '', ...paths.slice(i, i + BATCH)])
    for (const [path] of said.matchAll(/^[^:\n]+\.svg(?=:)/gm)) bad.add(path)
  }
  return bad
}

function run(program: string, args: string[]): string {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
    return execFileSync(program, args, { maxBuffer: 1 << 30, stdio }).toString()
  } catch (error) {
    // jing ends with 1 when a file does not fit.
    return String((error as { stdout?: Buffer }).stdout ?? '')
  }
}
