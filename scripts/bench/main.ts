/** All benchmarks but the long one, or those that are named: `npm run bench -- logo`. */
import { artwork } from './artwork.ts'
import { judging } from './judging.ts'
import { logos } from './logos.ts'
import { simulatedChecks } from './simulated-check.ts'
import { sizes } from './sizes.ts'
import { heading, table, type Row } from './table.ts'

interface Benchmark {
  title: string
  rows: (args: readonly string[]) => Row[] | Promise<Row[]>
  /** Only when it is named. */
  isLong?: boolean
}

const BENCHMARKS: Record<string, Benchmark> = {
  check: {
    title: 'A check, simulated: 50 ms for a DNS answer, 150 ms for a file',
    rows: simulatedChecks,
  },
  judging: { title: 'Judging, all rules, median of 200 runs', rows: judging },
  sizes: { title: 'The built app, gzip', rows: sizes },
  logo: { title: 'Logos: ours against jing with the published schema', rows: logos },
  artwork: {
    title: 'Repair of artwork that stays invalid with version, profile and title set',
    rows: artwork,
    isLong: true,
  },
}

const [name, ...args] = process.argv.slice(2)
const chosen = Object.entries(BENCHMARKS).filter(([key, { isLong }]) =>
  name === undefined ? isLong !== true : key === name,
)
if (chosen.length === 0)
  process.stdout.write(`No benchmark ${name}: there are ${Object.keys(BENCHMARKS).join(', ')}\n`)
for (const [, { title, rows }] of chosen) {
  process.stdout.write(heading(title))
  process.stdout.write(table(await rows(args)))
}
