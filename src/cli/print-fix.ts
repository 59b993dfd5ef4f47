import type { LogoFix } from './logo-fix.ts'
import { harmless, words, wrapped, type Paint } from './terminal-text.ts'

const WIDTH = 78
const INDENT = '    '

/** What became of a logo that was to be repaired, for people. */
export function fixLines({ fixed, obstacles, authoringTool }: LogoFix, paint: Paint): string[] {
  const outcome =
    fixed === null
      ? [
          `  ${paint('red', 'not fixed')}: it would not be valid and look the same, so nothing was written`,
        ]
      : [
          `  ${paint('green', 'fixed')}: ${harmless(fixed.file)} is valid, and looks the same`,
          ...(fixed.changes.length === 0 ? ['    Nothing had to be changed.'] : []),
          ...fixed.changes.flatMap((change) => item(words(change))),
        ]
  const kept = obstacles.flatMap(({ element, why, advice, at }) => [
    '',
    `${INDENT}${paint('bold', harmless(element))}${at === undefined ? '' : paint('dim', `, line ${at.line}, column ${at.column}`)}`,
    ...indented(words(why)),
    ...indented(`→ ${words(advice)}`),
  ])
  const tool =
    authoringTool === null || obstacles.length === 0
      ? []
      : ['', ...indented(`The file comes from ${authoringTool.name}. ${authoringTool.advice}`)]
  return ['', ...outcome, ...kept, ...tool]
}

function item(text: string): string[] {
  const [first = '', ...rest] = wrapped(text, WIDTH - INDENT.length - 2)
  return [`${INDENT}- ${first}`, ...rest.map((line) => `${INDENT}  ${line}`)]
}

function indented(text: string): string[] {
  return wrapped(text, WIDTH - INDENT.length).map((line) => `${INDENT}${line}`)
}
