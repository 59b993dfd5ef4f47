/** What was made, on standard output; what its reader should know, on standard error or in the JSON. */
import { reportJson } from '../checks/report-json.ts'
import type { Written, MakeFormat } from './make-format.ts'
import type { MakeResult, Unknown } from './make.ts'
import { statusOf } from './judged.ts'
import { foundLines } from './print.ts'
import { harmless, paintFor } from './terminal-text.ts'

const UNLEARNED = 3

export function tellMade(
  result: MakeResult,
  format: MakeFormat,
  { json }: { json?: boolean },
): void {
  const written = result.made === null ? null : format.write(result.made)
  if (json === true) process.stdout.write(`${jsonOf(result, format, written)}\n`)
  else {
    process.stdout.write(written === null ? '' : ended(written.text))
    process.stderr.write(remarks(result, written))
  }
  const status = statusOf({ ...result.judged })
  // A record that could not be looked up is told; what was asked for is made all the same.
  process.exitCode = status === 0 && result.made === null ? UNLEARNED : status
}

function jsonOf(
  { made, judged, unknown }: MakeResult,
  { id }: MakeFormat,
  written: Written | null,
): string {
  return JSON.stringify({
    ...reportJson(judged.report, judged.only),
    unknown: unknown.map(({ fact, reason, detail }) => ({ fact, reason, detail })),
    made:
      made === null || written === null
        ? null
        : {
            records: made.records.map(({ name, type, value, ttl, replaces }) => ({
              ...{ name, type, value, ttl, replaces },
            })),
            policy: made.policy,
            format: id,
            text: written.text,
            notes: notesOf(made.notes, written),
          },
  })
}

/** A file ends where its last line ends. */
function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

function notesOf(notes: readonly string[], { replaceHere, notes: more }: Written): string[] {
  const placeholders = replaceHere.map((word) => `Put your own value in place of \`${word}\`.`)
  return [...notes, ...more, ...placeholders]
}

/** Lines are not broken: there are records in them, to be copied whole. */
function remarks(
  { made, judged, unknown, incomplete }: MakeResult,
  written: Written | null,
): string {
  const paint = paintFor(process.stderr)
  const notes = made === null || written === null ? [] : notesOf(made.notes, written)
  const nothing = made === null ? ['Nothing was made, because that has to be known.'] : []
  const lines = [
    ...(incomplete ? couldNot(unknown) : []),
    ...[...nothing, ...notes].map(harmless),
    ...foundLines(judged, paint),
  ]
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

function couldNot(unknown: readonly Unknown[]): string[] {
  return unknown.map(({ source, reason, detail }) =>
    harmless(`Could not ask for ${source.name}: ${detail === '' ? reason : detail}`),
  )
}
