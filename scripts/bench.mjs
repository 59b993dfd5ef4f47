/** `npm run bench`: the benchmarks as a table, under the project's own Node. It measures and never fails. */
import { join } from 'node:path'
import { become, root, setup } from './setup.mjs'

const { node } = setup()
become(node, [join(root, 'scripts', 'bench', 'main.ts'), ...process.argv.slice(2)], { cwd: root })
