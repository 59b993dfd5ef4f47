/** `npm run signet -- …`: a silent set-up, then the command line under the project's own Node. */
import { join } from 'node:path'
import { become, root, setup } from './setup.mjs'

try {
  const { node } = setup({ quiet: true })
  // Files named on the command line are relative to where npm was called.
  const cwd = process.env['INIT_CWD'] ?? process.cwd()
  become(node, [join(root, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)], { cwd })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
