// SPDX-License-Identifier: EUPL-1.2
import { plurals, type RecordBody } from '@schouw/contract/client'
import type { RecordKind } from '@schouw/core/registers'
import { Link } from 'react-router'
import { useLinks } from '../../data/looking.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { useWords } from '../../words/language.tsx'
import type { Register } from './kind-of-page.ts'
import { useLookingWords } from './looking-words.ts'
import { upper } from './page.tsx'

/** Both ways: what this refers to, and what refers to this. */
export function Links({
  register,
  record,
}: {
  readonly register: Register
  readonly record: RecordBody
}) {
  const { kind, tongue } = register
  const words = useLookingWords()
  const { unknown } = useWords()
  const found = useLinks(record.id)
  const outward = outwardOf(kind, record)
  return (
    <>
      <h2>{words.linksTo}</h2>
      {outward.length === 0 && <p className="quiet">{words.noLinksTo}</p>}
      <dl className="facts">
        {outward.map(({ path, ids }) => (
          <div key={path} style={{ display: 'contents' }}>
            <dt>{upper(tongue.field(kind.name, path)[0])}</dt>
            <dd>
              {ids.map((id, at) => (
                <span key={id}>
                  {at > 0 && ', '}
                  <RecordLink id={id} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <h2>{words.linksFrom}</h2>
      <Ready of={found}>
        {({ items, is_cut }) =>
          items.length === 0 ? (
            <p className="quiet">{words.noLinks}</p>
          ) : (
            <>
              <dl className="facts">
                {grouped(items).map(([name, those]) => {
                  const [first] = those
                  if (first === undefined) return null
                  const [, many] = tongue.kind(first.kind)
                  return (
                    <div key={name} style={{ display: 'contents' }}>
                      <dt>
                        {upper(many)}{' '}
                        <span className="quiet">({tongue.field(first.kind, first.field)[0]})</span>
                      </dt>
                      <dd>
                        {those.map(({ id, kind: of, title, isRetired }, at) => (
                          <span key={id}>
                            {at > 0 && ', '}
                            <Link to={`/registers/${plurals[of]}/${id}`}>{title ?? unknown}</Link>
                            {isRetired && <span className="quiet"> ({words.isRetired})</span>}
                          </span>
                        ))}
                      </dd>
                    </div>
                  )
                })}
              </dl>
              {is_cut && <p className="quiet">{words.cut}</p>}
            </>
          )
        }
      </Ready>
    </>
  )
}

type Row = Readonly<Record<string, unknown>>

function outwardOf(
  kind: RecordKind,
  { values }: RecordBody,
): readonly { readonly path: string; readonly ids: readonly string[] }[] {
  const row: Row = values
  const idsIn = (value: unknown) => [value ?? []].flat().map(String)
  return Object.entries(kind.fields)
    .flatMap(([name, field]) => {
      if (field.type === 'reference') return [{ path: name, ids: idsIn(row[name]) }]
      if (field.type !== 'rows') return []
      const rows = (row[name] ?? []) as readonly Row[]
      return Object.entries(field.fields).flatMap(([cell, { type }]) =>
        type === 'reference'
          ? [{ path: `${name}.${cell}`, ids: rows.flatMap((one) => idsIn(one[cell])) }]
          : [],
      )
    })
    .map(({ path, ids }) => ({ path, ids: [...new Set(ids)] }))
    .filter(({ ids }) => ids.length > 0)
}

function grouped<Item extends { readonly kind: string; readonly field: string }>(
  items: readonly Item[],
): readonly (readonly [string, readonly Item[]])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const name = `${item.kind}.${item.field}`
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return [...groups]
}
