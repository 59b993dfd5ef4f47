/** `npm test` calls this: folder rules, purity and sizes of the tree as git knows it. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { violations } from './folder-rules.ts'

const root = new URL('../..', import.meta.url).pathname
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(`${root}/${file}`))

const found = violations(files, root)
for (const { file, line, rule } of found) process.stdout.write(`${file}:${line} ${rule}\n`)

const isTest = (file: string) =>
  /\.(test|spec)\.tsx?$/.test(file) || /^(e2e|src\/testing)\//.test(file)
const lines = (file: string) => readFileSync(`${root}/${file}`, 'utf8').split('\n').length - 1
const total = (list: string[]) => list.reduce((sum, file) => sum + lines(file), 0)
const code = files.filter((file) => !isTest(file))
const sizes = code.map(lines).sort((a, b) => a - b)
const at = (share: number) => sizes[Math.floor((sizes.length - 1) * share)] ?? 0
const ratio = total(files.filter(isTest)) / total(code)
process.stdout.write(
  `${code.length} files: median ${at(0.5)} lines, nine in ten up to ${at(0.9)}, longest ${at(1)}; ` +
    `${ratio.toFixed(2)} test lines per line of code\n`,
)
if (at(0.9) > 200) {
  process.stdout.write('more than one file in ten is over 200 lines\n')
  process.exitCode = 1
}
if (found.length > 0) process.exitCode = 1
