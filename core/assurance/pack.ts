// SPDX-License-Identifier: EUPL-1.2
import file from './packs/requirements.json' with { type: 'json' }

/** Kinds of proof, as the pack lists them. */
export type EvidenceType =
  | 'document'
  | 'record'
  | 'config'
  | 'log'
  | 'test'
  | 'interview'
  | 'observation'

export type Confidence = 'verified' | 'known' | 'uncertain'

type MeasureLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J'

/** One requirement: own wording, what proves it, where it comes from. */
export interface Requirement {
  /** Eight to each of the ten measures. */
  readonly id: `${MeasureLetter}${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  readonly applies_to: 'both' | 'IT' | 'OT'
  readonly text_en: string
  readonly text_nl: string
  readonly evidence: readonly {
    readonly type: EvidenceType
    readonly text_en: string
    readonly text_nl: string
  }[]
  /** Numbers in other standards, by standard. */
  readonly refs: Readonly<Record<string, readonly string[]>>
  readonly source: string
}

/** One of the ten duties of care with its eight requirements. */
export interface Measure {
  readonly id: string
  readonly order: number
  readonly title_en: string
  readonly title_nl: string
  readonly legal_refs: Readonly<Record<string, string | readonly string[]>>
  readonly legal_refs_confidence: Readonly<Record<string, Confidence>>
  readonly requirements: readonly Requirement[]
  readonly source: string
  readonly confidence: Confidence
}

/** A rung of the ladder 0–5. */
export interface Rung {
  readonly level: number
  readonly name_en: string
  readonly name_nl: string
  readonly definition_en: string
  readonly definition_nl: string
  readonly source: string
}

/** Requirements of the duties of care, with the edition they were compiled on. */
export interface RequirementsPack {
  readonly schema_version: string
  readonly compiled_on: string
  readonly maturity_scale: readonly Rung[]
  readonly measures: readonly Measure[]
}

export const requirementsPack: RequirementsPack = file as RequirementsPack

export const requirementIds: readonly Requirement['id'][] = requirementsPack.measures.flatMap(
  (measure) => measure.requirements.map((requirement) => requirement.id),
)
