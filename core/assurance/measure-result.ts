// SPDX-License-Identifier: EUPL-1.2

/** On what a status rests, weakest first. `contradicted`: reality shows otherwise. */
export type EvidenceLevel = 'said' | 'shown' | 'tested'

/** Maturity ladder of `packs/requirements.json`, 0 absent … 5. */
export type Maturity = 0 | 1 | 2 | 3 | 4 | 5

export type RequirementStatus = 'not_measured' | 'not_applicable' | 'answered' | 'contradicted'

/**
 * Why a level counts for less than claimed. `only_said`: rung 3 and higher ask for proof.
 * `not_tested`: rung 5 asks for a test. `no_evidence`: none was given.
 */
export type Lowering =
  | 'contradicted'
  | 'evidence_expired'
  | 'evidence_missing'
  | 'evidence_undated'
  | 'no_evidence'
  | 'not_tested'
  | 'only_said'

/** One of the 80 requirements as measured. Texts are looked up by `id` in the pack. */
export interface RequirementResult {
  readonly id: string
  readonly measure: string
  readonly status: RequirementStatus
  /** What the answer claims; null when not measured. */
  readonly claimed_level: Maturity | null
  /** What counts after expired evidence and contradictions. */
  readonly level: Maturity | null
  readonly evidence_level: EvidenceLevel | null
  readonly evidence: readonly EvidenceItem[]
  /** Ids in `Baseline.contradictions`. */
  readonly contradictions: readonly string[]
  /** Why the level that counts is lower than claimed. */
  readonly lowered_by: readonly Lowering[]
  readonly owner: string | null
  readonly note: string | null
  readonly not_applicable_reason: string | null
  /** Where the answer stands: file and line. */
  readonly source: { readonly path: string; readonly line: number } | null
}

export interface EvidenceItem {
  readonly file: string | null
  readonly sha256: string | null
  readonly description: string | null
  /** ISO dates: of the evidence itself, and of its receipt. */
  readonly dated: string | null
  readonly received: string | null
  readonly valid_until: string | null
  readonly state: 'valid' | 'expiring' | 'expired' | 'missing' | 'undated'
}

/** One of the ten duties of care: one section of the dike. */
export interface MeasureResult {
  /** `a` … `j`. */
  readonly id: string
  /** Mean of the levels that count over the measured and applicable requirements; null when none is. */
  readonly level: number | null
  /** Share of the height that rests on each, 0–1; together 1 when level is not null. */
  readonly rests_on: { readonly tested: number; readonly shown: number; readonly said: number }
  readonly is_contradicted: boolean
  readonly measured: number
  readonly applicable: number
  readonly target: number | null
  readonly weakest: { readonly requirement: string; readonly level: number } | null
  /** The requirement whose improvement raises the section soonest, with its action id when there is one. */
  readonly next_step: { readonly requirement: string; readonly action: string | null } | null
  readonly requirements: readonly RequirementResult[]
}
