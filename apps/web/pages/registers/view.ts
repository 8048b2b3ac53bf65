// SPDX-License-Identifier: EUPL-1.2
import type { ListAsked } from '@schouw/contract/client'
import type { RecordKind } from '@schouw/core/registers'
import { useSearchParams } from 'react-router'

/** How a register is looked at; all of it stands in the address. */
export interface View {
  readonly q: string
  readonly asOf: string
  readonly sort: string
  /** Field, or `state`, to the values of which a record has one. */
  readonly chosen: Readonly<Record<string, readonly string[]>>
  /** Fields in the order in which they are shown; the usual ones when there are none. */
  readonly columns: readonly string[]
}

const usualSort = 'title'
const filterText = /^([a-z0-9_]+):in:(.+)$/

/** What the address says; what it misspells is left out. */
export function viewOf(kind: RecordKind, search: URLSearchParams): View {
  const chosen: Record<string, readonly string[]> = {}
  for (const one of search.getAll('filter')) {
    const [, name = '', values = ''] = filterText.exec(one) ?? []
    const known = optionsOf(kind, name)
    const kept = values.split(',').filter((value) => known.includes(value))
    if (kept.length > 0) chosen[name] = kept
  }
  return {
    q: search.get('q') ?? '',
    asOf: search.get('as_of') ?? '',
    sort: search.get('sort') ?? usualSort,
    chosen,
    columns: [...new Set((search.get('columns') ?? '').split(','))].filter((name) =>
      choosable(kind).includes(name),
    ),
  }
}

/** Only what differs from the usual, so that a short address is the usual view. */
export function addressOf({ q, asOf, sort, chosen, columns }: View): URLSearchParams {
  const search = new URLSearchParams()
  if (q !== '') search.set('q', q)
  if (asOf !== '') search.set('as_of', asOf)
  if (sort !== usualSort) search.set('sort', sort)
  for (const filter of filtersOf(chosen)) search.append('filter', filter)
  if (columns.length > 0) search.set('columns', columns.join(','))
  return search
}

export function askedOf({ q, asOf, sort, chosen }: View): ListAsked {
  const filter = filtersOf(chosen)
  return {
    limit: 100,
    sort,
    ...(q === '' ? {} : { q }),
    ...(asOf === '' ? {} : { as_of: asOf }),
    ...(filter.length === 0 ? {} : { filter }),
  }
}

function filtersOf(chosen: View['chosen']): readonly string[] {
  return Object.entries(chosen)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name}:in:${values.join(',')}`)
}

/** What a list can be filtered by: the state, and every choice. */
export function filterable(kind: RecordKind): readonly string[] {
  const choices = Object.entries(kind.fields).filter(([, { type }]) => type === 'choice')
  return ['state', ...choices.map(([name]) => name)]
}

/** What a column can show: anything of which a line can be made. */
export function choosable(kind: RecordKind): readonly string[] {
  return Object.entries(kind.fields)
    .filter(([, { type }]) => !['rows', 'digest'].includes(type))
    .map(([name]) => name)
}

export function optionsOf(kind: RecordKind, name: string): readonly string[] {
  if (name === 'state') return kind.lifecycle.states
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined
  return field?.type === 'choice' ? field.options : []
}

export function useView(kind: RecordKind): readonly [View, (view: Partial<View>) => void] {
  const [search, setSearch] = useSearchParams()
  const view = viewOf(kind, search)
  const show = (next: Partial<View>) =>
    setSearch((now) => addressOf({ ...viewOf(kind, now), ...next }), { replace: true })
  return [view, show]
}
