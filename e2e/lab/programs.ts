/** Programs that not every machine has. Their tests are skipped where they are missing, and say so by their names. */
import { existsSync } from 'node:fs'

const FOLDERS = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin']

export function isThere(program: string): boolean {
  return FOLDERS.some((folder) => existsSync(`${folder}/${program}`))
}
