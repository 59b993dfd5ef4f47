import { judging } from './judging.ts'
import { simulatedChecks } from './simulated-check.ts'
import { sizes } from './sizes.ts'
import { heading, table } from './table.ts'

const print = (text: string): void => {
  process.stdout.write(text)
}

print(heading('A check, simulated: 50 ms for a DNS answer, 150 ms for a file'))
print(table(await simulatedChecks()))
print(heading('Judging, all rules, median of 200 runs'))
print(table(await judging()))
print(heading('The built app, gzip'))
print(table(sizes()))
