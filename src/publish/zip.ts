/** Several files as one, for hosts that want several. */
import { zipSync, type Zippable } from 'fflate'
import type { HostedFile } from './policy-hosting.ts'

/**
 * A zip file with the files at their paths, byte for byte as UTF-8. The same files give the same bytes at any time:
 * all are dated `date`, by default the first day that a zip file can name.
 */
export function zipped(
  files: readonly HostedFile[],
  date: Date = new Date(1980, 0, 1),
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const entries: Zippable = {}
  for (const { path, text } of files) entries[path] = [encoder.encode(text), { mtime: date }]
  return zipSync(entries)
}
