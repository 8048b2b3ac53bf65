// SPDX-License-Identifier: EUPL-1.2

import type { Jurisdiction } from './packs/index.ts'
import type { Confidence, EntityClass, SizeClass } from './terms.ts'

/** One financial year. Staff in annual work units, amounts in whole euros. */
export interface FiscalYear {
  readonly year: number
  readonly awu: number
  readonly turnover_eur: number
  readonly balance_eur: number
  /** No approved accounts yet: honest estimate (Recommendation 2003/361/EC, Annex, Article 4(3)). */
  readonly estimate?: boolean
}

/** An enterprise that holds us or that we hold; its own relations nest. */
export interface Relation {
  readonly name?: string
  readonly kind_hint?: 'linked' | 'partner' | 'none'
  readonly direction: 'upstream' | 'downstream'
  readonly holder_type?: string
  readonly capital_pct: number
  readonly votes_pct: number
  readonly dominant_influence?: boolean
  readonly data: {
    readonly awu: number
    readonly turnover_eur: number
    readonly balance_eur: number
  }
  readonly relations?: readonly Relation[]
}

/**
 * Which entry of the annexes an activity falls under. `annex: null` says "in none"; an absent annex
 * says nothing: then the NACE division is looked up.
 */
export interface SectorClaim {
  readonly annex?: 'I' | 'II' | null
  readonly sector_id?: string | null
  readonly subsector_id?: string | null
  readonly nace_division?: string
}

export interface ScopeCase {
  readonly id?: string
  readonly jurisdiction: Jurisdiction
  readonly sector: SectorClaim
  /** Other activities that may pull the company into another entry. */
  readonly side_activities?: readonly SectorClaim[]
  /** Oldest first or not: the case sorts by year. */
  readonly fiscal_years: readonly FiscalYear[]
  readonly relations?: readonly Relation[]
  readonly prior_status?: SizeClass | null
  readonly designated_essential?: boolean | null
  readonly designation_ground?: string
  readonly size_independent_ground?: string
  /** Network and information systems independent of the group; counts only where the pack says so. */
  readonly it_independent?: boolean
  /** Year in which the company joined or left a group: then the two-year rule does not shield. */
  readonly ownership_changed_in?: number
  /** Makes products with digital elements (Regulation (EU) 2024/2847); absent is unknown. */
  readonly makes_digital_products?: boolean
}

export type GroundRule =
  | 'annex_i_large'
  | 'annex_i_medium'
  | 'annex_ii'
  | 'annex_named'
  | 'below_medium'
  | 'designated'
  | 'independence'
  | 'large'
  | 'linked'
  | 'medium'
  | 'micro'
  | 'nace_division_listed'
  | 'new_company'
  | 'not_listed'
  | 'ownership_change'
  | 'partner'
  | 'sector_named'
  | 'size_independent'
  | 'small'
  | 'two_years'

type GroundFact =
  | 'annex'
  | 'awu'
  | 'balance_eur'
  | 'counts'
  | 'division'
  | 'ground'
  | 'it_independent'
  | 'last_year'
  | 'name'
  | 'note'
  | 'prior'
  | 'sector'
  | 'share_pct'
  | 'size'
  | 'subsector'
  | 'turnover_eur'
  | 'year'

/** A rule that decided, and where to look it up. */
export interface Ground {
  readonly rule: GroundRule
  readonly article: string
  readonly source: string
  readonly confidence: Confidence
  /** Numbers and names that filled the rule in. */
  readonly facts: Readonly<Partial<Record<GroundFact, string | number | boolean | null>>>
}

export interface Authority {
  readonly role: 'competent_minister' | 'supervisor' | 'csirt' | 'portal'
  readonly name: string
  readonly source: string
  readonly confidence: Confidence
}

export interface Duty {
  readonly id: string
  readonly article: string
  readonly title_nl: string
  readonly title_en: string
  /** ISO date when the duty binds; null where the law names none. */
  readonly from: string | null
  /** ISO date, or null for a standing duty. */
  readonly due: string | null
  readonly source: string
  readonly confidence: Confidence
}

export interface FineMaximum {
  readonly id: string
  readonly addressee: 'entity' | 'board_member'
  readonly breach_nl: string
  readonly breach_en: string
  readonly fixed_max_eur: number
  readonly turnover_pct: number | null
  /** The higher of both for this group; null when turnover is unknown. */
  readonly max_eur: number | null
  readonly source: string
  readonly confidence: Confidence
}

/** Why "one of three figures is enough" gives another answer than the law. */
export type PopularError =
  | 'designation_ignored'
  | 'group_ignored'
  | 'one_amount_is_not_enough'
  | 'size_independent_ground_ignored'
  | 'two_years_ignored'

/** What only a person can answer, and what would change the verdict. */
export type OpenQuestion =
  | 'annex_differs'
  | 'chemicals_articles'
  | 'earlier_years_unknown'
  | 'ground_unknown'
  | 'makes_digital_products'
  | 'other_activities'
  | 'relation_hint_differs'
  | 'sector_definition'
  | 'sector_unknown'
  | 'size_independent_ground'

/** One result of `schouw scope`. Published shape (`docs/formats/scope.md`). */
export interface ScopeResult {
  readonly id: string | null
  readonly jurisdiction: Jurisdiction
  readonly aggregate: {
    readonly awu: number
    readonly turnover_eur: number
    readonly balance_eur: number
  }
  readonly raw_class_last_year: SizeClass
  readonly size_class: SizeClass
  readonly entity_class: EntityClass
  readonly grounds: readonly Ground[]
  readonly popular_rule: {
    readonly in_scope: boolean
    readonly differs: boolean
    readonly why: PopularError | null
  }
  readonly authorities: readonly Authority[]
  readonly duties: readonly Duty[]
  readonly fines: readonly FineMaximum[]
  readonly open_questions: readonly OpenQuestion[]
}
