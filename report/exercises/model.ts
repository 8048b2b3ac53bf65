// SPDX-License-Identifier: EUPL-1.2
import type { InjectCode, ScenarioSort } from '@schouw/core/board/exercises'
import type { ScenarioTold } from './told.ts'

type Say = (told: ScenarioTold) => string

export interface ScenarioWords {
  readonly sorts: Readonly<Record<ScenarioSort, { readonly name: Say; readonly story: Say }>>
  /** To whom, what comes in, and what to hope for. */
  readonly injects: Readonly<
    Record<InjectCode, (told: ScenarioTold) => readonly [to: string, text: string, hope: string]>
  >
  readonly goals: string
  readonly unknown: {
    readonly start: string
    readonly supplier: string
    readonly thing: string
    readonly hours: string
  }
}
