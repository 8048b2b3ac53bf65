// SPDX-License-Identifier: EUPL-1.2
import type { EvidenceLevel, MeasureResult } from '@schouw/core/assurance'
import type { Asset, Coverage, Detection, FrameRef } from '@schouw/core/capture'
import type { Jurisdiction, ScopeResult } from '@schouw/core/law'
import type { AgainstAppetite, Interval, RiskEstimate } from '@schouw/core/losses'
import type { LossInput, LossResult } from '@schouw/core/risk'
import type { Sentence } from './sentences.ts'

/** Where a figure or sentence comes from: the reader gets there in two clicks. */
export type Source =
  | { readonly kind: 'frame'; readonly capture: string; readonly frame: number }
  | { readonly kind: 'row'; readonly path: string; readonly line: number }
  | { readonly kind: 'law'; readonly article: string; readonly source: string }
  | { readonly kind: 'computed'; readonly from: ComputedFrom }

/** Euros, low and high estimate; equal when it is one figure. */
export interface EuroRange {
  readonly low_eur: number
  readonly high_eur: number
}

export interface DirectorTerm {
  readonly person: string
  readonly name: string
  readonly role: string
  readonly is_executive: boolean
  readonly appointed_on: string | null
  /** ISO date; null when the appointment date is unknown or no duty applies. */
  readonly training_due_on: string | null
  readonly rule: string
  readonly certificate: {
    readonly file: string | null
    readonly dated: string | null
    readonly covers: boolean
  } | null
  readonly status: 'fulfilled' | 'running' | 'overdue' | 'no_duty' | 'unknown'
  readonly days_left: number | null
}

/** One thing the board reads about a zone of the network. */
export interface ZoneView {
  readonly id: string
  readonly name: string
  readonly purdue_level: number | null
  readonly kind: string
  readonly site: string | null
  readonly assets: readonly string[]
}

/** Traffic between two zones, summed. */
export interface ZoneFlow {
  readonly from: string
  readonly to: string
  readonly services: readonly string[]
  readonly conversations: number
  readonly packets: number
  readonly verdict: 'allowed' | 'forbidden' | 'not_documented'
  /** Ids in `contradictions`. */
  readonly contradictions: readonly string[]
}

/** A claim and what reality shows against it. */
export interface Contradiction {
  readonly id: string
  readonly kind:
    | 'unregistered_device'
    | 'registered_not_seen'
    | 'forbidden_conversation'
    | 'internet_from_ot'
    | 'access_outside_window'
    | 'remote_access_without_grant'
    | 'cleartext_management'
    | 'claim_contradicted'
    | 'attribute_differs'
    | 'restore_test_missed'
  readonly severity: 'high' | 'medium' | 'low'
  /** What was claimed and what was seen. */
  readonly claim: Sentence
  readonly seen: Sentence
  /** Requirement ids of which this lowers the status. */
  readonly requirements: readonly string[]
  readonly assets: readonly string[]
  readonly frames: readonly FrameRef[]
  readonly sources: readonly Source[]
}

export interface Risk {
  readonly id: string
  /** Plain sentence: cause, event, consequence. */
  readonly sentence: Sentence
  readonly cause: Sentence
  readonly consequence: {
    readonly continuity: Sentence | null
    readonly money: EuroRange | null
    readonly outage_hours: { readonly low: number; readonly high: number } | null
    readonly safety: Sentence | null
    readonly reputation: Sentence | null
  }
  /** 1–5 with reasons. */
  readonly likelihood: { readonly level: number; readonly reasons: readonly Sentence[] }
  readonly impact: { readonly level: number; readonly reasons: readonly Sentence[] }
  readonly processes: readonly string[]
  readonly assets: readonly string[]
  readonly contradictions: readonly string[]
  readonly detections: readonly string[]
  readonly actions: readonly string[]
}

export interface Action {
  readonly id: string
  readonly title: Sentence
  /** Role, and the person when one is named in people.csv. */
  readonly owner_role: string
  readonly owner: string | null
  /** ISO date. */
  readonly due: string
  /** 1–13, counted from `as_of`; what belongs to the quarterly rhythm has 13. */
  readonly week: number
  readonly phase: 'scope' | 'baseline' | 'governance' | 'decide' | 'rhythm'
  readonly is_quick_win: boolean
  readonly effort: 'hours' | 'days' | 'weeks'
  readonly cost_eur: EuroRange | null
  readonly requirements: readonly string[]
  readonly risks: readonly string[]
  readonly contradictions: readonly string[]
}

export interface RoadmapPhase {
  readonly phase: Action['phase']
  readonly weeks: readonly [number, number]
  readonly from: string
  readonly to: string
  readonly actions: readonly string[]
}

export interface CrownJewel {
  readonly process: string
  readonly name: string
  readonly owner: string | null
  readonly site: string | null
  readonly outage_cost_eur_per_hour: number | null
  readonly max_outage_hours: number | null
  readonly recovery_hours: number | null
  readonly assets: readonly string[]
  readonly suppliers: readonly string[]
  readonly last_restore_test: string | null
}

export interface DecisionAsked {
  readonly id: string
  readonly question: Sentence
  readonly if_yes: Sentence | null
  readonly if_no: Sentence | null
  readonly proposed_by: string | null
  readonly due: string | null
  readonly money: EuroRange | null
  readonly source: Source | null
}

/** What a computed figure was computed from: the part of the baseline with that name. */
export type ComputedFrom =
  | 'inventory'
  | 'measures'
  | 'contradictions'
  | 'risks'
  | 'suppliers'
  | 'directors'

export type FigureId =
  | 'devices_registered'
  | 'sections_at_level'
  | 'largest_loss'
  | 'devices_seen'
  | 'requirements_proven'
  | 'requirements_measured'
  | 'controllers_reached'
  | 'critical_suppliers_in_order'
  | 'directors_trained'
  | 'first_training_term'

/** A figure with its base: `value` of `base`, as of a date. Null is not measured. */
export interface Figure {
  readonly id: FigureId
  readonly value: number | null
  readonly base: number | null
  readonly unit: 'count' | 'eur' | 'percent' | 'days' | 'level'
  readonly source: Source
}

export interface NamedAsset extends Asset {
  /** Row in the register that this device is, when one matches. */
  readonly register: {
    readonly path: string
    readonly line: number
    readonly name: string
    readonly matched_by: string
  } | null
  readonly zone: string | null
  readonly zone_reason: string | null
  /** What people call it: register name, else station or host name, else model, else address. */
  readonly label: string
}

export interface RegisterOnlyAsset {
  readonly name: string
  readonly path: string
  readonly line: number
  readonly zone: string | null
  readonly state: 'not_seen' | 'cannot_be_seen'
}

/** What is not arranged with a supplier. */
export type SupplierGap =
  | 'no_notice_clause'
  | 'no_security_clauses'
  | 'no_exit_plan'
  | 'not_reviewed'
  | 'no_certificate'
  | 'remote_access_without_grant'

export interface SupplierView {
  readonly id: string
  readonly name: string
  readonly is_critical: boolean
  readonly gaps: readonly SupplierGap[]
  readonly source: Source
}

/** What changed since an earlier baseline. */
export interface Comparison {
  readonly earlier_as_of: string
  readonly measures: readonly {
    readonly id: string
    readonly before: number | null
    readonly now: number | null
  }[]
  readonly assets_new: readonly string[]
  readonly assets_gone: readonly string[]
  readonly contradictions_new: readonly string[]
  readonly contradictions_solved: readonly string[]
  readonly figures: readonly {
    readonly id: FigureId
    readonly before: number | null
    readonly now: number | null
  }[]
}

/** A part of a factory folder, by what it is about. */
export type InputPart =
  | 'captures'
  | 'zones'
  | 'processes'
  | 'answers'
  | 'assets'
  | 'suppliers'
  | 'people'
  | 'evidence'

/** A year's loss, drawn; `input` gives the same figures by `schouw simulate`. */
export interface LossesDrawn {
  readonly input: LossInput
  readonly result: LossResult
  /** Held against what the board can bear; null while it has named no amount. */
  readonly appetite: AgainstAppetite | null
}

/** What the estimates of `risks.yaml` come to. */
export interface Losses {
  /** Null where no risk has both estimates. */
  readonly now: LossesDrawn | null
  /** With every treatment proposed; null without one. */
  readonly later: LossesDrawn | null
  readonly appetite: {
    readonly eur_per_year: number | null
    readonly words: string | null
    readonly points: readonly { readonly once_in_years: number; readonly eur: number }[]
  } | null
  /** Those of `risks` in their order, then the company's own; ids of both are ids here. */
  readonly risks: readonly {
    readonly id: string
    /** As the company calls it; null where it gave no name. */
    readonly name: string | null
    readonly times_per_year: Interval | null
    readonly loss_eur: Interval | null
    readonly loss_from: RiskEstimate['loss_from']
    readonly outage_hours: Interval | null
    readonly outage_basis: RiskEstimate['outage']['basis']
    readonly likelihood: number | null
    readonly impact: number | null
    /** People or surroundings may come to serious harm. */
    readonly hurts: boolean
    readonly missing: RiskEstimate['missing']
  }[]
  readonly treatments: readonly {
    readonly id: string
    readonly name: string
    readonly risk: string
    readonly cost_eur_once: number | null
    readonly cost_eur_per_year: number | null
  }[]
}

/** `baseline.json`, published shape (`docs/formats/baseline.md`). Nothing in it is a guess. */
export interface Baseline {
  readonly schema: 'schouw/baseline/1'
  readonly as_of: string
  readonly organisation: {
    readonly name: string
    readonly jurisdiction: Jurisdiction
    readonly time_zone: string
    readonly sites: readonly { readonly id: string; readonly name: string }[]
  }
  readonly inputs: readonly {
    readonly path: string
    readonly sha256: string
    readonly bytes: number
    readonly kind: string
  }[]
  /** Parts of the input that are absent: reported as not measured. */
  readonly not_measured: readonly InputPart[]
  readonly scope: ScopeResult
  readonly directors: readonly DirectorTerm[]
  readonly board_level: {
    readonly level: number
    readonly decided_on: string | null
    readonly decision: string | null
  } | null
  readonly inventory: {
    readonly assets: readonly NamedAsset[]
    readonly register_only: readonly RegisterOnlyAsset[]
    readonly coverage: Coverage | null
    readonly captures: readonly {
      readonly file: string
      readonly packets: number
      readonly first: string | null
      readonly last: string | null
      readonly oddities: Readonly<Record<string, number>>
    }[]
    readonly protocols: Readonly<
      Record<string, { readonly packets: number; readonly bytes: number }>
    >
  }
  readonly network: { readonly zones: readonly ZoneView[]; readonly flows: readonly ZoneFlow[] }
  readonly measures: readonly MeasureResult[]
  readonly contradictions: readonly Contradiction[]
  readonly detections: readonly Detection[]
  readonly crown_jewels: readonly CrownJewel[]
  readonly suppliers: readonly SupplierView[]
  readonly risks: readonly Risk[]
  /** Null without `risks.yaml`: how often things happen is then nobody's estimate. */
  readonly losses: Losses | null
  readonly actions: readonly Action[]
  readonly roadmap: readonly RoadmapPhase[]
  readonly decisions: readonly DecisionAsked[]
  /** The first three are the headline figures. */
  readonly figures: readonly Figure[]
  readonly weakest_evidence_level: EvidenceLevel | null
  readonly comparison: Comparison | null
  /** Input rows that were refused, with place, what was expected and what stood there. */
  readonly rejected: readonly {
    readonly path: string
    readonly line: number | null
    readonly column: number | null
    readonly expected: string
    readonly found: string
  }[]
}
