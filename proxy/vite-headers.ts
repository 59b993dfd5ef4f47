import type { Plugin } from 'vite'
import { headersFile } from './security-headers.ts'

/** Writes `_headers` into the build, for static hosts. */
export function headersPlugin(): Plugin {
  return {
    name: 'signet-headers',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() })
    },
  }
}
