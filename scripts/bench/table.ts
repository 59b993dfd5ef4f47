/** One measurement, perhaps with a bar that it should not exceed. */
export interface Row {
  what: string
  measured: string
  /** "≤ 1.25", or nothing where there is no bar. */
  bar?: string
  ratio?: number
  /** Of the ratio; 1 unless told otherwise. */
  limit?: number
}

export function heading(text: string): string {
  return `\n${text}\n`
}

/** Columns of equal width, one line for each row. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.measured,
    row.bar ?? '',
    ratioOf(row),
    verdictOf(row),
  ])
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  )
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}\n`)
    .join('')
}

function ratioOf({ ratio }: Row): string {
  return ratio === undefined ? '' : ratio.toFixed(2)
}

function verdictOf({ ratio, limit = 1 }: Row): string {
  if (ratio === undefined) return ''
  return ratio <= limit ? 'within' : 'OVER'
}

/** The middle one; the higher of two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
