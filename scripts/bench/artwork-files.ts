/** Real artwork from icon packages on npm, fetched once into the temporary folder. */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLogo } from '../../src/svg/logo.ts'

export interface Artwork {
  /** Package and path in it. */
  name: string
  text: string
}

const PACKAGES = [
  'devicon@2.17.0',
  '@twemoji/svg@15.0.0',
  'flag-icons@7.5.0',
  'super-tiny-icons@0.6.0',
  '@iconify-json/logos@1.2.19',
  '@lobehub/icons-static-svg@1.95.1',
]
const FOLDER = join(tmpdir(), 'signet-artwork')

/**
 * Files that stay invalid when version, profile and title are set: a sample, the same in every run.
 * @param folder to take them from, in the place of the packages.
 */
export function hardArtwork(count: number, folder?: string): Artwork[] {
  const sources =
    folder === undefined ? PACKAGES.map((name) => artworkOf(name)) : [artworkIn(folder, folder)]
  const hard = sources.map((files) => [...files].filter(isHard))
  return hard.flatMap((files) => {
    const share = Math.ceil(count / hard.length)
    return files.toSorted((a, b) => hash(a.name) - hash(b.name)).slice(0, share)
  })
}

function* artworkOf(name: string): Generator<Artwork> {
  const folder = fetched(name)
  const icons = join(folder, 'package', 'icons.json')
  if (existsSync(icons)) yield* iconsIn(readFileSync(icons, 'utf8'))
  yield* artworkIn(folder, name)
}

function* artworkIn(folder: string, name: string): Generator<Artwork> {
  for (const file of globSync('**/*.svg', { cwd: folder }).toSorted())
    // Fonts in the clothes of an SVG are no artwork.
    if (!/font/i.test(file))
      yield { name: `${name} ${file}`, text: readFileSync(join(folder, file), 'utf8') }
}

function fetched(name: string): string {
  const folder = join(FOLDER, name.replace('/', '+'))
  if (existsSync(folder)) return folder
  const partial = `${folder}.part`
  mkdirSync(partial, { recursive: true })
  const [archive = ''] = execFileSync('npm', ['pack', name, '--silent'], { cwd: partial })
    .toString()
    .trim()
    .split('\n')
    .slice(-1)
  execFileSync('tar', ['xzf', archive], { cwd: partial })
  renameSync(partial, folder)
  return folder
}

interface IconSet {
  icons: Record<string, { body: string; width?: number; height?: number }>
  width?: number
  height?: number
}

function* iconsIn(json: string): Generator<Artwork> {
  const set = JSON.parse(json) as IconSet
  for (const [name, icon] of Object.entries(set.icons)) {
    const { body, width = set.width ?? 16, height = set.height ?? 16 } = icon
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
    yield {
      name: `logos ${name}`,
      text: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${body}</svg>`,
    }
  }
}

function isHard({ text }: Artwork): boolean {
  const started = text
    .replace(/<title[^>]*>[^]*?<\/title>/, '')
    .replace(/<svg\b[^>]*>/, (tag) =>
      tag
        .replace(/\s(?:version|baseProfile)=(?:"[^"]*"|'[^']*')/g, '')
        .replace(/\/?>$/, ' version="1.2" baseProfile="tiny-ps"><title>t</title>'),
    )
  const logo = readLogo(new TextEncoder().encode(started))
  return logo.root !== null && !logo.schemaValid
}

/** FNV-1a: an order that has nothing to do with the alphabet. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text)
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}
