// SPDX-License-Identifier: EUPL-1.2

/** A step: what, by whom, within how many hours of awareness; `decide` asks a decision first. */
export type StepModel = readonly [
  text: string,
  by: string,
  hours: number | null,
  mark?: 'decide' | 'decide_stop' | 'stop',
]

/** A playbook to begin from: an organisation makes it its own, and approves it, before it counts. */
export interface PlaybookModel {
  readonly code: string
  readonly name: string
  /** Types of incident it is for, as the register names them. */
  readonly types: readonly string[]
  readonly trigger: string
  readonly mandate: string
  readonly steps: readonly StepModel[]
}
