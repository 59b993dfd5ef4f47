import type { ReactNode } from 'react'

export interface Column {
  key: string
  head: ReactNode
  /** The name of the column beside its cell, where a row has become a paragraph. */
  label?: string
  numeric?: boolean
}

export interface DataTableProps<Row> {
  columns: readonly [Column, ...Column[]]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  renderCell: (row: Row, column: Column) => ReactNode
  /** What the table shows, said to screen readers, or seen below it with `captionShown`. */
  caption: ReactNode
  captionShown?: boolean
  /** The column that names its row; the first one unless told otherwise. */
  heads?: string
}

/** A table with a named row each; on narrow screens every row becomes a small paragraph with its column names. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, renderCell, caption, captionShown = false } = props
  const heads = props.heads ?? columns[0].key
  return (
    <table className="data-table">
      <caption className={captionShown ? undefined : 'sr-only'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-numeric={column.numeric || undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} heads={column.key === heads}>
                {renderCell(row, column)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  column: Column
  heads: boolean
  children: ReactNode
}

function Cell({ column, heads, children }: CellProps) {
  const label = column.label ?? (typeof column.head === 'string' ? column.head : undefined)
  const numeric = column.numeric || undefined
  if (heads)
    return (
      <th scope="row" data-numeric={numeric}>
        {children}
      </th>
    )
  return (
    <td data-label={label} data-numeric={numeric}>
      {children}
    </td>
  )
}
