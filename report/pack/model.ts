// SPDX-License-Identifier: EUPL-1.2
import type { Pack } from '@schouw/core/board/pack'
import type { LossResult } from '@schouw/core/risk'
import type { CurveLimit } from '../risk/index.ts'
import type { Language, words } from '../words/index.ts'
import type { PackWords } from './words.ts'

export type Tone = 'plain' | 'strong' | 'quiet' | 'good' | 'ask' | 'broken'

export interface Cell {
  readonly text: string
  readonly tone?: Tone
}

/** A piece of a page, as the template reads it. */
export type PackBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'picture'
      readonly svg: string
      readonly alt: string
      readonly widthMm: number
    }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly heads: readonly string[]
      /** Shares of the width. */
      readonly widths: readonly number[]
      readonly aligns: readonly ('left' | 'right')[]
      readonly rows: readonly (readonly Cell[])[]
    }
  | { readonly kind: 'page' }

export interface PackOf {
  readonly pack: Pack
  readonly organisation: string
  /** Of people, by their id. */
  readonly names: ReadonlyMap<string, string>
  /** Registers that were not visible. */
  readonly hidden: readonly string[]
  /** Instant of the last entry: the time of making. */
  readonly at: string
  readonly curve: { readonly result: LossResult; readonly limits: readonly CurveLimit[] } | null
}

export interface Told {
  readonly of: PackOf
  readonly pack: Pack
  readonly own: PackWords
  readonly language: Language
  readonly say: ReturnType<typeof words>['say']
  readonly source: (registers: string) => PackBlock
  readonly figureName: (line: { readonly id: string; readonly name: string | null }) => string
}
