// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'

/** The words of the registers in one language, handed in: files are written in somebody's words. */
export interface Speech {
  readonly language: 'nl' | 'en'
  /** `path` is a field, or `rows.field`. */
  readonly field: (kind: KindName, path: string) => readonly [label: string, help: string]
  /** `place` is `state`, or the path of a choice. */
  readonly code: (of: { kind: KindName; place: string; code: string }) => string
  /** One, many, and what it is. */
  readonly kind: (kind: KindName) => readonly [one: string, many: string, help: string]
}

/** All languages that are read; what is written is in one of them. */
export type Speeches = readonly [Speech, ...Speech[]]
