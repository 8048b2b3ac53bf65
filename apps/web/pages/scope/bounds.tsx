// SPDX-License-Identifier: EUPL-1.2
import { scopesOf } from '@schouw/core/board'
import { Link } from 'react-router'
import { asRecords, type ScopeData } from '../../data/scope.ts'
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
  const rows = [...sites, ...brands]
  if (scopes.length === 0) return null
  return (
    <section aria-labelledby="bounds">
      <h2 id="bounds">{own.bounds}</h2>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              {own.boundColumns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scopes.map((scope) => (
              <tr key={scope.id}>
                <td>
                  <Link to={placeOf(scope)}>{scope.name}</Link>
                </td>
                <td>{own.kinds['legal-entity']}</td>
                <td>{outcome(scope)}</td>
                <td>{scope.verdict === null ? own.notYet : tell.verdict(scope.verdict)}</td>
              </tr>
            ))}
            {rows.map(({ id, kind, values }) => {
              const scope = scopes.find((one) => one.id === values.legal_entity)
              return (
                <tr key={id}>
                  <td>
                    <Link to={placeOf({ kind, id })}>{values.name ?? unknown}</Link>
                  </td>
                  <td>{own.kinds[kind]}</td>
                  <td>{outcome(scope)}</td>
                  <td>{scope === undefined ? own.noEntity : own.follows(scope.name)}</td>
                </tr>
              )
            })}
            {partners.map(({ id, kind, values }) => (
              <tr key={id}>
                <td>
                  <Link to={placeOf({ kind, id })}>{values.name ?? unknown}</Link>
                </td>
                <td>{own.kinds.supplier}</td>
                <td>{own.out}</td>
                <td>{own.partner[values.is_in_scope ?? 'unknown']}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
