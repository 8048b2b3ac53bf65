// SPDX-License-Identifier: EUPL-1.2
import file from './packs/kpis.json' with { type: 'json' }

/** A figure that a board can steer by. Its limits are defaults: a board sets its own. */
export interface Figure {
  readonly id: string
  readonly name_nl: string
  readonly name_en: string
  readonly definition_nl: string
  readonly definition_en: string
  readonly unit: 'percent' | 'count' | 'hours' | 'days' | 'months'
  readonly direction: 'higher_is_better' | 'lower_is_better'
  /** On the limit is within it. */
  readonly green: number
  readonly amber: number
  readonly frequency: 'month' | 'quarter' | 'event'
  readonly duties: readonly string[]
  /** Of the appointment of whoever is asked first. */
  readonly owner_role: string
  /** Where the subject comes from; no law sets the limits. */
  readonly source: string
}

export const figuresPack: { readonly compiled_on: string; readonly figures: readonly Figure[] } =
  file as { readonly compiled_on: string; readonly figures: readonly Figure[] }
