// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, FactoryInputs, Sentence } from '@schouw/core/baseline'
import type { GivenRecord } from './given.ts'
import type { Plan } from './plan.ts'

/** What a first state is made from: the folder, what was measured in it, or both. */
export interface FirstInputs {
  readonly inputs: FactoryInputs | null
  readonly baseline: Baseline | null
  /** Records beyond what a nulmeting asks. */
  readonly registers?: readonly GivenRecord[]
}

export interface State extends FirstInputs {
  readonly plan: Plan
  /** Date of the measurement. */
  readonly today: string
  /** The legal entity and the organisation itself. */
  entity: string | undefined
  organisation: string | undefined
  /** Path in the folder → SHA-256. */
  readonly digests: ReadonlyMap<string, string>
  readonly sentence: (sentence: Sentence) => string
  readonly measureTitle: (id: string) => string
}

export interface Circumstances {
  readonly newId: () => string
  /** UTC, for when the inputs have no moment of their own. */
  readonly now: string
  readonly sentence: (sentence: Sentence) => string
  readonly measureTitle: (id: string) => string
}
