// SPDX-License-Identifier: EUPL-1.2
import type { ScopeCase } from '@schouw/core/law'
import type { Line, Row } from './facts.ts'

type Relation = NonNullable<ScopeCase['relations']>[number]

export interface RelationFound {
  readonly relations: readonly Relation[]
  /** Enterprises whose figures nobody filled in; they count as nothing until somebody does. */
  readonly unknown: readonly string[]
}

/** Deeper than any group that can still be told apart by name. */
const deepest = 12

/**
 * Who holds the enterprise and what it holds, with their own relations, out of the rows of its
 * group. The figures of a row are those of the enterprise that is held. A natural person is no
 * enterprise and is left out. Each enterprise counts once, also where the rows run in a circle.
 */
export function relationsOf(name: string, group: Line | undefined): RelationFound {
  const rows = group?.rows('relations') ?? []
  const unknown: string[] = []
  const relations = around(plain(name), { rows, seen: new Set([plain(name)]), unknown }, deepest)
  return { relations, unknown }
}

interface Walk {
  readonly rows: readonly Row[]
  readonly seen: Set<string>
  readonly unknown: string[]
}

function around(name: string, walk: Walk, left: number): readonly Relation[] {
  if (left === 0) return []
  return walk.rows.flatMap((row) => {
    const enterprise = row.text('enterprise') ?? ''
    const holder = row.text('holder') ?? ''
    const isHeld = plain(enterprise) === name
    if (!isHeld && plain(holder) !== name) return []
    const other = isHeld ? holder : enterprise
    const type = isHeld ? row.text('holder_type') : null
    if (other === '' || type === 'natural_person' || walk.seen.has(plain(other))) return []
    walk.seen.add(plain(other))
    const data = figuresOf(other, walk)
    return [
      {
        name: other,
        direction: isHeld ? ('upstream' as const) : ('downstream' as const),
        capital_pct: row.number('capital_percent') ?? 0,
        votes_pct: row.number('votes_percent') ?? 0,
        dominant_influence: row.flag('dominant_influence') === true,
        ...(type === null ? {} : { holder_type: type }),
        data,
        relations: around(plain(other), walk, left - 1),
      },
    ]
  })
}

function figuresOf(name: string, { rows, unknown }: Walk): Relation['data'] {
  const own = rows.filter((row) => plain(row.text('enterprise') ?? '') === plain(name))
  for (const row of own) {
    const awu = row.number('staff_awu')
    const turnover = row.number('turnover_eur')
    const balance = row.number('balance_eur')
    if (awu !== null && turnover !== null && balance !== null) {
      return { awu, turnover_eur: turnover, balance_eur: balance }
    }
  }
  unknown.push(name)
  return { awu: 0, turnover_eur: 0, balance_eur: 0 }
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
