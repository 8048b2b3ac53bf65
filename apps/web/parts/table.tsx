// SPDX-License-Identifier: EUPL-1.2
import type { CSSProperties, ReactNode } from 'react'
import './table.css'

export interface Column<Row> {
  /** Unique within the table. */
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** `head` names the row. */
  readonly is?: 'head' | 'number' | 'nowrap'
  /** Classes of the cell besides. */
  readonly tone?: (row: Row) => string | undefined
}

interface TableProps<Row> {
  /** Names the table to who does not see it. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Below it the table scrolls in its own place; on a phone each row becomes a card. */
  readonly minWidth?: string
}

/** The table of every page that is not a register: sober on a desk, cards on a phone. */
export function Table<Row>({ label, columns, rows, keyOf, minWidth }: TableProps<Row>) {
  return (
    // What scrolls can be reached by keyboard, and says what it is without being a landmark.
    // biome-ignore lint/a11y/useSemanticElements: a group of rows is no group of fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      <table className="table cards" style={{ '--least': minWidth } as CSSProperties}>
        <thead>
          <tr>
            {columns.map(({ title, is }) => (
              <th key={title} scope="col" className={is === 'number' ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.title} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { title, cell, is, tone } = column
  const inside = cell(row)
  if (is === 'head') {
    return (
      <th scope="row" className={['plain-head', tone?.(row) ?? ''].join(' ').trim()}>
        {inside}
      </th>
    )
  }
  const isBlank = inside === null || inside === ''
  const classes = [is ?? '', tone?.(row) ?? '', isBlank ? 'blank' : ''].join(' ').trim()
  return (
    <td data-label={title} className={classes === '' ? undefined : classes}>
      {inside}
    </td>
  )
}
