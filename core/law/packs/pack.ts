// SPDX-License-Identifier: EUPL-1.2
import type { Confidence, SizeClass } from '../terms.ts'

/** Where a constant of law comes from. Entries marked `uncertain` are shown as such and decide nothing. */
export interface Cited {
  readonly source: string
  readonly confidence: Confidence
}

export interface CitedArticle extends Cited {
  readonly article: string
}

/** Ceilings of one size class: staff strictly below, amounts not above. */
export interface Ceiling {
  readonly awu: number
  readonly turnover_eur: number
  readonly balance_eur: number
}
export type SizeCeilings = Readonly<Record<Exclude<SizeClass, 'large'>, Ceiling>>

export interface DutyEntry extends CitedArticle {
  readonly id: string
  readonly from: string | null
  readonly due: string | null
  readonly title_nl: string
  readonly title_en: string
  /** Entity classes; absent means all in scope. */
  readonly applies_to?: readonly string[]
}

export interface FineEntry extends Cited {
  readonly id: string
  readonly addressee: string
  readonly breach_en: string
  readonly breach_nl: string
  readonly fixed_max_eur: number
  readonly turnover_pct: number | null
  readonly natural_person: boolean
}

export interface DeadlineEntry extends Cited {
  readonly id: string
  readonly regime: string
  /** Only of reports about an incident: regime in one word, and which report it is. */
  readonly regime_id?: string
  readonly stage?: string
  readonly trigger_event: string
  /** First day on which it applies, where that is later than the law itself. */
  readonly from?: string
  readonly duration: { readonly value: number; readonly unit: string } | null
  readonly calculation_rule: string | null
  readonly recipients: readonly string[]
  /** What the report must hold; absent where the law names nothing. */
  readonly required_fields?: readonly RequiredField[]
  readonly title_en: string
  readonly title_nl: string
}

export interface RequiredField {
  readonly id: string
  readonly en: string
  readonly nl: string
  /** `required`, or in words the case in which it is. */
  readonly when: string
  readonly source: string
}

export interface DateEntry extends Cited {
  readonly id: string
  readonly date: string
  readonly text_en: string
}

export interface SectorEntry extends Cited {
  readonly id: string
  readonly annex: 'I' | 'II'
  readonly name_en: string
  readonly name_nl: string
  readonly subsectors: readonly {
    readonly id: string
    readonly name_en: string
    readonly name_nl: string
    readonly source: string
  }[]
}

/** A two-digit NACE Rev. 2 division; `listed: false` is a finding of its own: not in the annexes. */
export interface NaceDivision extends Cited {
  readonly division: string
  readonly listed: boolean
  readonly annex: 'I' | 'II' | null
  readonly target: string | null
  readonly note_en: string
}

/** What every Member State shares. */
export interface EuPack {
  readonly id: string
  readonly version: string
  readonly size: Cited & {
    readonly ceilings: SizeCeilings
    readonly rules: readonly (Cited & { readonly id: string; readonly expr: string })[]
  }
  readonly sectors: readonly SectorEntry[]
  readonly size_independent_grounds: readonly (Cited & {
    readonly id: string
    readonly en: string
    readonly result: string
  })[]
  readonly nace: { readonly classification: string; readonly divisions: readonly NaceDivision[] }
  readonly product_duties: readonly DutyEntry[]
  readonly deadlines: readonly DeadlineEntry[]
  readonly dates: readonly DateEntry[]
  readonly fines: readonly FineEntry[]
}

/** `fixed`: month and day; `easter`: days after Easter Sunday. */
export type Holiday =
  | { readonly fixed: string; readonly unless_sunday_then?: string }
  | { readonly easter: number }

/** What one Member State made of it. */
export interface LawPack {
  readonly id: string
  readonly version: string
  readonly name_en: string
  readonly name_nl: string
  readonly law: readonly string[]
  readonly in_force: string
  readonly class_names: { readonly essential: string; readonly important: string }
  readonly switches: Cited & {
    /** Group data are left out for a company whose IT is independent of the group. */
    readonly independence_rule: boolean
    readonly independence_article?: string
    readonly negligible_activity: boolean
    /** The percentage counts only above this group turnover. */
    readonly fine_pct_only_above_eur: number | null
  }
  readonly class_articles: {
    readonly essential_size: CitedArticle
    readonly important: { readonly annex_i: CitedArticle; readonly annex_ii: CitedArticle }
    readonly designation: CitedArticle
  }
  readonly ministers: Readonly<Record<string, Cited & { readonly minister: string | null }>>
  readonly authorities: readonly {
    readonly minister?: string
    readonly name?: string
    readonly name_nl?: string
    readonly supervisor: string
    readonly source: string
    readonly confidence?: Confidence
    readonly confidence_minister?: Confidence
    readonly confidence_supervisor?: Confidence
  }[]
  readonly csirt: Readonly<Record<string, Cited & { readonly name: string | null }>>
  readonly portal: Cited & { readonly name: string }
  /** Days to which a term that ends on them is carried over. */
  readonly holidays: Cited & { readonly days: readonly Holiday[] }
  readonly duties: {
    readonly in_scope: readonly DutyEntry[]
    readonly out_of_scope: readonly DutyEntry[]
  }
  readonly directors: Cited & {
    readonly approval: string
    readonly term_years: number | null
    readonly sitting_due: string | null
    readonly sitting_article: string
    readonly new_article: string
    readonly certificate_article: string | null
    readonly one_tier_article: string | null
    readonly in_force: string
    readonly executives_only: boolean
  }
  readonly deadlines: readonly DeadlineEntry[]
  readonly dates: readonly DateEntry[]
  readonly fines: readonly FineEntry[]
}
