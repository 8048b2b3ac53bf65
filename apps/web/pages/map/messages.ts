// SPDX-License-Identifier: EUPL-1.2
import type { Layout } from './layout.ts'
import type { MapModel, Network, ZoneNames } from './model.ts'
import type { Look } from './paint.ts'
import type { Ways, WhatIf } from './paths.ts'
import type { Permitted } from './permitted.ts'
import type { RulesFile } from './rules-file.ts'

/** From the world to pixels: `(x - view.x) * view.scale`. */
export interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

export interface Frame {
  readonly view: View
  /** Pixels of the screen, and how many of the picture go into one. */
  readonly width: number
  readonly height: number
  readonly density: number
}

export type Asked =
  | { readonly ask: 'network'; readonly network: Network; readonly names: ZoneNames }
  | { readonly ask: 'picture'; readonly frame: Frame; readonly look: Look }
  | { readonly ask: 'ways'; readonly number: number; readonly whatIf: WhatIf }
  | {
      readonly ask: 'rules'
      readonly number: number
      readonly file: RulesFile
      readonly whatIf: WhatIf
    }
  | {
      readonly ask: 'file'
      readonly type: 'svg' | 'png'
      readonly look: Look
      readonly title: string
    }

export type Told =
  | { readonly tell: 'placed'; readonly model: MapModel; readonly layout: Layout }
  | { readonly tell: 'picture'; readonly frame: Frame; readonly bitmap: ImageBitmap }
  | { readonly tell: 'ways'; readonly number: number; readonly ways: Ways }
  /** Null: in no language of firewalls that is read. */
  | { readonly tell: 'rules'; readonly number: number; readonly permitted: Permitted | null }
  | { readonly tell: 'file'; readonly type: 'svg' | 'png'; readonly blob: Blob }
