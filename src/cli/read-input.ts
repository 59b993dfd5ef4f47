import { readFileSync, statSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { WrongCommand } from './wrong-command.ts'

/** `-` for standard input. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : readFileSync(file)
  } catch (error) {
    throw new WrongCommand(`Cannot read ${file}: ${String(error)}`)
  }
}

/** Says that one of many is missing before the first of them is read. */
export function mustBeFiles(files: readonly string[]): void {
  for (const file of files) {
    if (file === '-') continue
    const known = statSync(file, { throwIfNoEntry: false })
    if (known === undefined) throw new WrongCommand(`Cannot read ${file}: there is no such file`)
    if (known.isDirectory())
      throw new WrongCommand(`Cannot read ${file}: it is a folder; name the files in it`)
  }
  if (files.filter((file) => file === '-').length > 1)
    throw new WrongCommand('Standard input can be read once: give - once')
}
