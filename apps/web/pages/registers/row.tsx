// SPDX-License-Identifier: EUPL-1.2
import type { RecordBody } from '@schouw/contract/client'
import { memo } from 'react'
import { Link } from 'react-router'
import { RecordName } from '../../parts/record-link.tsx'
import { useLanguage } from '../../words/language.tsx'
import { isNumber, type Register } from './kind-of-page.ts'
import { useLookingWords } from './looking-words.ts'
import { shownTitle } from './shown-title.ts'
import { Value } from './value.tsx'

/** By id, also rows that the list does not show now. */
export type Picked = ReadonlyMap<string, RecordBody>

export interface Picking {
  readonly picked: Picked
  readonly set: (picked: Picked) => void
}

interface RowProps {
  readonly register: Register
  readonly columns: readonly string[]
  readonly record: RecordBody
  readonly index: number
  /** Where the keyboard is. */
  readonly isReached: boolean
  readonly pick: Picking | undefined
}

/** Drawn again only when something of it changed: scrolling leaves rows as they are. */
export const Row = memo(function Row(props: RowProps) {
  const { register, columns, record, index, isReached, pick } = props
  const { kind, tongue } = register
  return (
    <tr aria-rowindex={index + 2}>
      {pick !== undefined && <PickOne {...{ register, record, pick }} />}
      {columns.map((name, column) => (
        <Cell
          key={name}
          register={register}
          record={record}
          name={name}
          row={column === 0 ? { index, isReached } : undefined}
        />
      ))}
      <td>{tongue.code(kind.name, record.state)}</td>
    </tr>
  )
})

interface PickOneProps {
  readonly pick: Picking
  readonly register: Register
  readonly record: RecordBody
}

function PickOne({ register: { kind, tongue }, record, pick }: PickOneProps) {
  const { language } = useLanguage()
  const words = useLookingWords()
  const { id, values } = record
  const title = shownTitle({ kind, values, tongue, language })
  return (
    <td className="no-print">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={words.pick(title === '' ? id : title)}
        checked={pick.picked.has(id)}
        onChange={() => pick.set(toggled(pick.picked, record))}
      />
    </td>
  )
}

export function toggled(picked: Picked, record: RecordBody): Picked {
  const next = new Map(picked)
  if (!next.delete(record.id)) next.set(record.id, record)
  return next
}

interface CellProps {
  readonly register: Register
  readonly record: RecordBody
  readonly name: string
  /** Of the first column, which leads to the record. */
  readonly row: { readonly index: number; readonly isReached: boolean } | undefined
}

function Cell({ register, record, name, row }: CellProps) {
  const { kind, plural, tongue } = register
  const field = kind.fields[name]
  const values: Readonly<Record<string, unknown>> = record.values
  const value = values[name]
  if (field === undefined) return null
  const shown = <Value kind={kind.name} path={name} field={field} value={value} tongue={tongue} />
  const isName = field.type === 'reference' && typeof value === 'string'
  return (
    <td className={isNumber(kind, name) ? 'number' : undefined}>
      {row !== undefined ? (
        <Link
          to={`/registers/${plural}/${record.id}`}
          data-row={row.index}
          tabIndex={row.isReached ? 0 : -1}
        >
          {isName ? <RecordName id={value} /> : shown}
        </Link>
      ) : value === undefined ? null : (
        shown
      )}
    </td>
  )
}
