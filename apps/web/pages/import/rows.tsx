// SPDX-License-Identifier: EUPL-1.2
import { Button, SegmentedControl } from '@mantine/core'
import { plurals } from '@schouw/contract/client'
import { kinds, type RecordKind } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type Import,
  type ImportRow,
  kindOfImport,
  type Plan,
  useImportRows,
} from '../../data/imports.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { type Fault, faultSentence } from '../../words/faults.ts'
import { useImportWords } from '../../words/import.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { Value } from '../registers/value.tsx'

const plans: readonly Plan[] = ['refused', 'create', 'change', 'same']

/** Row by row what the dry run came to; what goes wrong is looked at first. */
export function ImportRows({ found }: { readonly found: Import }) {
  const { table } = useImportWords()
  const { words } = useLanguage()
  const counts = found.judgement?.counts
  const [plan, setPlan] = useState<Plan | 'all'>((counts?.refused ?? 0) > 0 ? 'refused' : 'all')
  const rows = useImportRows(found, plan === 'all' ? undefined : plan)
  const kind = kinds[kindOfImport(found)]
  return (
    <>
      <div className="scroll">
        <SegmentedControl
          aria-label={table.show}
          value={plan}
          onChange={(next) => setPlan(next as Plan | 'all')}
          data={[
            { value: 'all', label: table.all },
            ...plans.map((one) => ({
              value: one,
              label: `${table.plans[one]} (${counts?.[one] ?? 0})`,
            })),
          ]}
        />
      </div>
      <Ready of={rows}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <p className="quiet">{table.noRows}</p>
          return (
            <div className="scroll">
              <table className="table" aria-busy={rows.isFetching}>
                <thead>
                  <tr>
                    <th scope="col" className="number">
                      {table.line}
                    </th>
                    <th scope="col">{table.plan}</th>
                    <th scope="col">{table.name}</th>
                    <th scope="col">{table.changes}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((row) => (
                    <Row key={row.line} row={row} kind={kind} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }}
      </Ready>
      {rows.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
  )
}

interface RowProps {
  readonly row: ImportRow
  readonly kind: RecordKind
}

function Row({ row, kind }: RowProps) {
  const { table } = useImportWords()
  const { language } = useLanguage()
  const tongue = registerTongue(language)
  const { line, plan, record, version, title, changes, kept, errors, waits, outcome } = row
  const label = (name: string) => upper(tongue.field(kind.name, name)[0])
  const isThere = record !== null && (version > 0 || outcome === 'created')
  const done = Object.entries(table.results).find(([name]) => name === outcome)?.[1]
  return (
    <tr>
      <td className="number">{line}</td>
      <td>
        {done === undefined ? table.plans[plan] : upper(done)}
        {waits && <p className="quiet">{table.waitsRow}</p>}
      </td>
      <td>
        {isThere ? (
          title === null ? (
            <RecordLink id={record} />
          ) : (
            <Link to={`/registers/${plurals[kind.name]}/${record}`}>{title}</Link>
          )
        ) : (
          title
        )}
      </td>
      <td>
        {errors.map((error, at) => (
          <RowFault key={at} error={error} kind={kind} />
        ))}
        {plan === 'create' && changes.length > 0 && (
          <details>
            <summary>{table.filled(changes.length)}</summary>
            <Changes changes={changes} kind={kind} label={label} isNew />
          </details>
        )}
        {plan === 'change' && <Changes changes={changes} kind={kind} label={label} />}
        {kept.length > 0 && <p className="quiet">{table.kept(kept.map(label).join(', '))}</p>}
      </td>
    </tr>
  )
}

interface ChangesProps {
  readonly changes: ImportRow['changes']
  readonly kind: RecordKind
  readonly label: (name: string) => string
  readonly isNew?: boolean
}

function Changes({ changes, kind, label, isNew = false }: ChangesProps) {
  const tongue = registerTongue(useLanguage().language)
  return (
    <ul className="plain">
      {changes.map(({ field: name, from, to }) => {
        const field = kind.fields[name]
        if (field === undefined) return null
        const shown = { kind: kind.name, path: name, field, tongue }
        return (
          <li key={name}>
            <span className="quiet">{label(name)}: </span>
            {!isNew && (
              <>
                <Value {...shown} value={from} /> →{' '}
              </>
            )}
            <Value {...shown} value={to} />
          </li>
        )
      })}
    </ul>
  )
}

interface RowFaultProps {
  readonly error: ImportRow['errors'][number]
  readonly kind: RecordKind
}

/** Where it is in the file, what stood there, what is expected. */
function RowFault({ error, kind }: RowFaultProps) {
  const { table } = useImportWords()
  const { language } = useLanguage()
  const { cell, field, candidates = [] } = error
  const tongue = registerTongue(language)
  return (
    <p className="broken">
      {cell !== undefined && <strong>{table.cell(cell)}</strong>}
      {field !== undefined && ` (${tongue.field(kind.name, field)[0]})`}
      {(cell !== undefined || field !== undefined) && ': '}
      {faultSentence(error as Fault, { language, kind: kind.name, field })}
      {candidates.length > 0 && (
        <span>
          {' '}
          {table.meant}{' '}
          {candidates.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ', '}
              {one.title} <span className="mono">{one.id}</span>
            </span>
          ))}
        </span>
      )}
    </p>
  )
}
