/** `signet logo --fix`: repairs a logo, and writes it when it is valid and looks the same. */
import { mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { placeOf, type Place } from '../protocols/text/place.ts'
import { gunzip, isGzip } from '../svg/bytes.ts'
import { authoringTool, type AuthoringTool } from '../svg/authoring-tool.ts'
import { NO_OPTIONS, type Obstacle, type RepairOptions } from '../svg/fixes/fix.ts'
import { OFF_AT_FIRST } from '../svg/fixes/list.ts'
import { readLogo, type Logo } from '../svg/logo.ts'
import { verifiedRepair, type Render, type VerifiedRepair } from '../svg/verify.ts'
import { statusOf } from './judged.ts'
import { judgeLogo } from './logo.ts'
import { nodeRender } from './render-logo.ts'
import { WrongCommand } from './wrong-command.ts'

export type FixOptions = Partial<
  Pick<RepairOptions, 'title' | 'description' | 'background' | 'padding'>
>

/** Keys of `--json`. */
export interface LogoFix {
  /** Null when it would not be valid, or would not look the same. */
  fixed: { file: string; schemaValid: boolean; changes: string[] } | null
  /** What could not be kept as it looks, and why. */
  obstacles: (Pick<Obstacle, 'element' | 'why' | 'advice'> & { at?: Place })[]
  /** The program that the file seems to come from, and how to export better from it. */
  authoringTool: AuthoringTool | null
}

export type Fixer = (file: string, bytes: Uint8Array) => Promise<LogoFix>

/** @throws WrongCommand when two files would be written to one, or one of them over itself. */
export function fixerInto(folder: string, files: readonly string[], options: FixOptions): Fixer {
  makeFolder(folder)
  mustNotMeet(folder, files)
  let render: Promise<Render> | undefined
  return async (file, bytes) => {
    const logo = readLogo(bytes)
    const target = targetOf(folder, file)
    if (asksNothing(options) && hasNoError(file, bytes)) {
      write(target, plain(bytes))
      return { fixed: { file: target, schemaValid: true, changes: [] }, ...nothingElse(logo) }
    }
    render ??= renderer()
    const chosen = { ...NO_OPTIONS, off: OFF_AT_FIRST, ...options, fileName: nameFrom(file) }
    const repair = await verifiedRepair(logo, chosen, await render)
    const obstacles = repair.obstacles.map((obstacle) => told(obstacle, logo))
    const tool = authoringTool(logo)
    if (!repair.isFixed) return { fixed: null, obstacles, authoringTool: tool }
    write(target, repair.steps.length === 0 ? plain(bytes) : repair.text)
    const changes = changesOf(repair)
    const fixed = { file: target, schemaValid: repair.schemaValid, changes }
    return { fixed, obstacles, authoringTool: tool }
  }
}

/** As they are but for the compression: in whatever encoding the file says that it is. */
function plain(bytes: Uint8Array): Uint8Array {
  return (isGzip(bytes) ? gunzip(bytes) : null) ?? bytes
}

function asksNothing({ title, description, background, padding }: FixOptions): boolean {
  return [title, description, background, padding].every((wish) => wish === undefined)
}

/** A logo without an error is nobody's to change, whatever could be tidied in it. */
function hasNoError(file: string, bytes: Uint8Array): boolean {
  return statusOf(judgeLogo(file, bytes)) === 0
}

function nothingElse(logo: Logo): Pick<LogoFix, 'obstacles' | 'authoringTool'> {
  return { obstacles: [], authoringTool: authoringTool(logo) }
}

function changesOf({ steps }: VerifiedRepair): string[] {
  return steps.flatMap(({ changes }) => changes.map(({ what }) => what))
}

function told({ element, why, advice, origin }: Obstacle, { text }: Logo): LogoFix['obstacles'][0] {
  return { element, why, advice, ...(origin === null ? {} : { at: placeOf(text, origin) }) }
}

async function renderer(): Promise<Render> {
  const render = await nodeRender()
  return (
    render ??
    (() =>
      Promise.reject(new Error('the package @resvg/resvg-js cannot be loaded on this machine')))
  )
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new WrongCommand(`Cannot make the folder ${folder}: ${String(error)}`)
  }
}

function write(target: string, content: string | Uint8Array): void {
  try {
    writeFileSync(target, content)
  } catch (error) {
    throw new WrongCommand(`Cannot write ${target}: ${String(error)}`)
  }
}

/** Keeps the name; what was compressed comes out plain. */
function targetOf(folder: string, file: string): string {
  return join(folder, file === '-' ? 'logo.svg' : basename(file).replace(/\.svgz$/i, '.svg'))
}

function nameFrom(file: string): string {
  return file === '-' ? '' : basename(file, extname(file))
}

function mustNotMeet(folder: string, files: readonly string[]): void {
  const targets = new Map<string, string>()
  const sources = new Set(files.filter((file) => file !== '-').map((file) => realpathSync(file)))
  for (const file of files) {
    const target = targetOf(folder, file)
    const other = targets.get(target)
    if (other !== undefined && other !== file)
      throw new WrongCommand(`${other} and ${file} would both be written to ${target}`)
    targets.set(target, file)
    const isThere = statSync(target, { throwIfNoEntry: false }) !== undefined
    if (isThere && sources.has(realpathSync(target)))
      throw new WrongCommand(
        `${target} would be written over the original: give --fix another folder`,
      )
  }
}
