/** `signet logo`: its arguments, and how its results come out. */
import { InvalidArgumentError, type Command } from 'commander'
import { formatColor, parseColor } from '../svg/values/color.ts'
import type { Judged } from './judged.ts'
import type { FixOptions } from './logo-fix.ts'
import { mustBeFiles, readInput } from './read-input.ts'
import type { Output } from './tell.ts'
import { WrongCommand } from './wrong-command.ts'

interface Options extends Output, FixOptions {
  fix?: string
}

/** Fewer are done before a second processor has started. */
const MANY = 400
/** Options that say how to repair. */
const OF_FIX = ['title', 'description', 'background', 'padding'] as const

export function addLogo(program: Command): void {
  program
    .command('logo')
    .description('judge SVG files as logos for BIMI, and repair them')
    .argument('<file...>', 'SVG or SVGZ files, or - for standard input')
    .option('--fix <dir>', 'write repaired copies into this folder')
    .option('--title <text>', 'with --fix: the name of the organisation, for a missing title')
    .option('--description <text>', 'with --fix: a description of the logo')
    .option('--background <colour>', 'with --fix: a colour to put behind the logo', readColour)
    .option('--padding <percent>', 'with --fix: room on each side, of the side', readPercent)
    .option('--json', 'one JSON object a line')
    .action((files: string[], options: Options) => logo(files, options))
}

async function logo(files: readonly string[], options: Options): Promise<void> {
  mustBeFiles(files)
  const isPlain = options.json === true && options.fix === undefined && !files.includes('-')
  if (isPlain && files.length >= MANY) {
    const { judgeInParallel } = await import('./logo-pool.ts')
    process.exitCode = await judgeInParallel(files, (lines) => process.stdout.write(lines))
  } else {
    const { tell } = await import('./tell.ts')
    await tell(judgeAll(files, options), options)
  }
}

/** One file at a time, so that thousands take no more memory than one. */
async function* judgeAll(files: readonly string[], options: Options): AsyncGenerator<Judged> {
  const { fix: folder } = options
  const idle = OF_FIX.find((name) => options[name] !== undefined)
  if (folder === undefined && idle !== undefined)
    throw new WrongCommand(`--${idle} says how to repair: give --fix DIR with it`)
  const { judgeLogo } = await import('./logo.ts')
  // Repair brings much code with it, which judging does not need.
  const fixer =
    folder === undefined ? null : (await import('./logo-fix.ts')).fixerInto(folder, files, options)
  for (const file of files) {
    const bytes = await readInput(file)
    const judged = judgeLogo(file, bytes)
    yield fixer === null ? judged : { ...judged, fix: await fixer(file, bytes) }
  }
}

function readColour(value: string): string {
  const colour = parseColor(value)
  if (colour === null || colour.alpha < 1)
    throw new InvalidArgumentError('Not an opaque colour such as #ffffff.')
  return formatColor(colour)
}

function readPercent(value: string): number {
  const percent = Number(value.replace(/%$/, ''))
  if (!/^\d+(?:\.\d+)?%?$/.test(value) || percent >= 50)
    throw new InvalidArgumentError('Not a percentage below 50.')
  return percent / 100
}
