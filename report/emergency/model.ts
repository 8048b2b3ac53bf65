// SPDX-License-Identifier: EUPL-1.2
import type { Crisis, kindsOfCrisis } from '@schouw/core/board/crisis'
import type { Jurisdiction } from '@schouw/core/law'
import type { RecordVersion } from '@schouw/core/registers'
import type { Language } from '../words/index.ts'
import type { EmergencyWords } from './words.ts'

export interface PackTable {
  readonly heads: readonly string[]
  /** Shares of the width. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
  /** Millimetres, where somebody writes in it; null: as high as the words. */
  readonly rowHeight: number | null
}

export type PackBlock =
  | { readonly kind: 'text' | 'note' | 'warning' | 'head'; readonly text: string }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: PackTable }
  | { readonly kind: 'message'; readonly title: string; readonly lines: readonly string[] }

export interface PackSection {
  readonly title: string
  readonly opensPage: boolean
  readonly blocks: readonly PackBlock[]
}

/** What every chapter is told from. */
export interface Told {
  readonly own: EmergencyWords
  readonly language: Language
  readonly crisis: Crisis
  /** Null: the organisation has not said under which law it falls. */
  readonly jurisdiction: Jurisdiction | null
  readonly records: (kind: (typeof kindsOfCrisis)[number]) => readonly RecordVersion[]
}
