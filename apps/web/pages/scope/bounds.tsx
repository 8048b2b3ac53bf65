// SPDX-License-Identifier: EUPL-1.2
import { scopesOf } from '@schouw/core/board'
import { Link } from 'react-router'
import { asRecords, type ScopeData } from '../../data/scope.ts'
import { Table } from '../../parts/table.tsx'
import { useWords } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import type { ScopeTelling } from './telling.ts'
import type { EntityScope } from './verdict.tsx'

interface BoundsProps {
  readonly found: ScopeData
  readonly tell: ScopeTelling
}

/** Entities, sites and brands: each in or out, and by what. */
export function Bounds({ found, tell }: BoundsProps) {
  const { unknown } = useWords()
  const { own } = tell
  const { organisations, groups, entities, sites, brands, partners } = found
  const scopes = scopesOf({ records: asRecords([...organisations, ...groups, ...entities]) })
  const outcome = (scope: EntityScope | undefined) => {
    const entityClass = scope?.verdict?.entity_class
    return entityClass === undefined ? unknown : entityClass === 'out_of_scope' ? own.out : own.in
  }
  const ofPartner = (said: keyof typeof own.partner) => ({
    result: { essential: own.in, important: own.in, no: own.out, unknown }[said],
    reason: own.partner[said],
  })
  const [what, sort, result, reason] = own.boundColumns
  const rows: readonly Bound[] = [
    ...scopes.map((scope) => ({
      ...{ id: scope.id, to: placeOf(scope), name: scope.name, sort: own.kinds['legal-entity'] },
      result: outcome(scope),
      reason: scope.verdict === null ? own.notYet : tell.verdict(scope.verdict),
    })),
    ...[...sites, ...brands].map(({ id, kind, values }) => {
      const scope = scopes.find((one) => one.id === values.legal_entity)
      return {
        ...{ id, to: placeOf({ kind, id }), name: values.name ?? unknown, sort: own.kinds[kind] },
        result: outcome(scope),
        reason: scope === undefined ? own.noEntity : own.follows(scope.name),
      }
    }),
    ...partners.map(({ id, kind, values }) => ({
      ...{ id, to: placeOf({ kind, id }), name: values.name ?? unknown, sort: own.kinds.supplier },
      ...ofPartner(values.is_in_scope ?? 'unknown'),
    })),
  ]
  if (scopes.length === 0) return null
  return (
    <section aria-labelledby="bounds">
      <h2 id="bounds">{own.bounds}</h2>
      <Table
        label={own.bounds}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { title: what, is: 'head', cell: ({ to, name }) => <Link to={to}>{name}</Link> },
          { title: sort, cell: (one) => one.sort },
          { title: result, cell: (one) => one.result },
          { title: reason, cell: (one) => one.reason },
        ]}
      />
    </section>
  )
}

interface Bound {
  readonly id: string
  readonly to: string
  readonly name: string
  readonly sort: string
  readonly result: string
  readonly reason: string
}
