// SPDX-License-Identifier: EUPL-1.2
import {
  type EntityClass,
  type Jurisdiction,
  jurisdictions,
  type ScopeCase,
  type ScopeResult,
  scopeOf,
} from '@schouw/core/law'
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf, type Ref, refOf } from './facts.ts'
import { type RelationFound, relationsOf } from './relations.ts'

export interface ScopeFacts {
  /** Of the registers by these names, as far as the reader may see them. */
  readonly records: readonly RecordVersion[]
}

/** What has to be known before anything can be said, or before it is firm. */
export type ScopeGap =
  | 'country_without_pack'
  | 'fiscal_years'
  | 'jurisdiction'
  | 'relation_figures'
  | 'sector'

/** The law held against one legal entity, as its figures stand. */
export interface EntityScope extends Ref {
  readonly version: number
  readonly name: string
  readonly code: string
  /** `scope_open`, `scope_concluded` or `scope_lapsed`. */
  readonly state: string
  /** Null while a gap leaves nothing to judge. */
  readonly verdict: ScopeResult | null
  readonly gaps: readonly ScopeGap[]
  /** Enterprises that count along and whose figures nobody filled in. */
  readonly without_figures: readonly string[]
  /** What the register holds to be so. */
  readonly concluded: EntityClass | null
  /** Figures or activities changed since, or they now lead elsewhere. */
  readonly is_to_recheck: boolean
}

const classes: readonly EntityClass[] = ['essential', 'important', 'out_of_scope']

/** Every legal entity on its own: the law addresses entities, not groups. */
export function scopesOf({ records }: ScopeFacts): readonly EntityScope[] {
  const lines = records.filter(({ retired }) => retired === null).map(lineOf)
  const organisation = lines.find(({ kind }) => kind === 'organisation')
  const groups = lines.filter(({ kind }) => kind === 'group')
  return lines
    .filter(({ kind }) => kind === 'legal-entity')
    .map((line) => {
      const groupId = line.text('group') ?? organisation?.text('group') ?? null
      return entityScope(line, { organisation, group: groups.find(({ id }) => id === groupId) })
    })
}

interface Around {
  readonly organisation: Line | undefined
  readonly group: Line | undefined
}

function entityScope(line: Line, around: Around): EntityScope {
  const found = relationsOf(line.text('name') ?? '', around.group)
  const { gaps, asked } = question(line, around, found)
  const verdict = asked === null ? null : scopeOf(asked)
  const concluded = classes.find((one) => one === line.text('entity_class')) ?? null
  const isOther = verdict !== null && concluded !== null && concluded !== verdict.entity_class
  return {
    ...refOf(line),
    version: line.version,
    name: line.text('name') ?? '',
    code: line.text('code') ?? '',
    state: line.state,
    verdict,
    gaps,
    without_figures: found.unknown,
    concluded,
    is_to_recheck: line.state === 'scope_lapsed' || isOther,
  }
}

interface Question {
  readonly gaps: readonly ScopeGap[]
  readonly asked: ScopeCase | null
}

function question(line: Line, { organisation, group }: Around, found: RelationFound): Question {
  const told = line.text('country') ?? organisation?.text('jurisdiction') ?? null
  const jurisdiction = jurisdictions.find((one) => one === told)
  const years = fiscalYears(line)
  const hasSector =
    line.text('annex') !== null || line.text('sector_id') !== null || line.text('nace') !== null
  const gaps: readonly (ScopeGap | null)[] = [
    jurisdiction !== undefined ? null : told === null ? 'jurisdiction' : 'country_without_pack',
    hasSector ? null : 'sector',
    years.length > 0 ? null : 'fiscal_years',
    found.unknown.length === 0 ? null : 'relation_figures',
  ]
  const known = gaps.filter((gap) => gap !== null)
  if (jurisdiction === undefined || !hasSector || years.length === 0) {
    return { gaps: known, asked: null }
  }
  return { gaps: known, asked: scopeCase(line, { jurisdiction, years, group, found }) }
}

interface Known {
  readonly jurisdiction: Jurisdiction
  readonly years: ScopeCase['fiscal_years']
  readonly group: Line | undefined
  readonly found: RelationFound
}

function scopeCase(line: Line, { jurisdiction, years, group, found }: Known): ScopeCase {
  const annex = line.text('annex')
  const sector = line.text('sector_id')
  const subsector = line.text('subsector_id')
  const nace = line.text('nace')
  const ground = line.text('designation_ground')
  const independent = line.text('size_independent_ground')
  const itIndependent = line.flag('it_independent')
  const digital = line.flag('makes_digital_products')
  const changed = group?.text('ownership_changed_on') ?? null
  const prior = line.text('prior_size_class') as ScopeCase['prior_status']
  return {
    jurisdiction,
    sector: {
      ...(annex === null ? {} : { annex: annexes[annex] ?? null }),
      ...(sector === null ? {} : { sector_id: sector }),
      ...(subsector === null ? {} : { subsector_id: subsector }),
      ...(nace === null ? {} : { nace_division: nace }),
    },
    side_activities: line.list('side_nace').map((division) => ({ nace_division: division })),
    fiscal_years: years,
    relations: found.relations,
    prior_status: prior ?? null,
    designated_essential: line.flag('designated_essential'),
    ...(ground === null ? {} : { designation_ground: ground }),
    ...(independent === null ? {} : { size_independent_ground: independent }),
    ...(itIndependent === null ? {} : { it_independent: itIndependent }),
    ...(changed === null ? {} : { ownership_changed_in: Number(changed.slice(0, 4)) }),
    ...(digital === null ? {} : { makes_digital_products: digital }),
  }
}

const annexes: Readonly<Record<string, 'I' | 'II' | null>> = {
  annex_i: 'I',
  annex_ii: 'II',
  neither: null,
}

/** Only whole years: a year with a figure missing is no year. */
function fiscalYears(line: Line): ScopeCase['fiscal_years'] {
  return line.rows('fiscal_years').flatMap((row) => {
    const year = row.number('year')
    const awu = row.number('staff_awu')
    const turnover = row.number('turnover_eur')
    const balance = row.number('balance_eur')
    if (year === null || awu === null || turnover === null || balance === null) return []
    const figures = { year, awu, turnover_eur: turnover, balance_eur: balance }
    return [{ ...figures, estimate: row.flag('is_estimate') === true }]
  })
}
