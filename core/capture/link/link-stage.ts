// SPDX-License-Identifier: EUPL-1.2
import { type Layers, layerOf } from '../flows/layers.ts'
import { type Batch, cell, rowCells, rowShift } from '../readers/batch.ts'
import type { Oddities } from '../readers/oddities.ts'
import { detour } from './detours.ts'
import { form } from './forms.ts'
import { linkKind } from './link-kinds.ts'
import type { Redundancy } from './redundancy.ts'

/** What the stages before the flow table share. */
export interface Track {
  readonly batch: Batch
  /** Those of the batch. */
  readonly cells: Int32Array
  readonly times: Float64Array
  readonly view: DataView
  readonly layers: Layers
  readonly redundancy: Redundancy
  oddities: Oddities
  /** Number of the batch's first frame, counted from 1 over all captures. */
  frame: number
  /** Frames of the captures before this one. */
  framesBefore: number
}

/** Finds for every packet what follows its link header: type, offset, VLAN and source MAC. */
export function linkStage(track: Track): void {
  const { batch, cells, view, layers } = track
  const end = batch.count * rowCells
  for (let row = 0; row < end; row += rowCells) {
    const start = cells[row + cell.at]
    const kept = cells[row + cell.kept]
    cells[row + cell.form] = form.ethernet
    cells[row + cell.vlan] = 0
    cells[row + cell.marks] = 0
    if (cells[row + cell.link] !== linkKind.ethernet || kept < 14) {
      detour(track, row)
      continue
    }
    cells[row + cell.macHigh] = view.getUint16(start + 6)
    cells[row + cell.macLow] = view.getInt32(start + 8)
    let next = view.getUint16(start + 12)
    let offset = start + 14
    if (isTag(next)) {
      let tag = 0
      const last = start + kept - 4
      while (isTag(next) && offset <= last) {
        const id = view.getUint16(offset) & 0xfff
        // Id 0 is a priority alone: the frame belongs to no VLAN.
        if (id !== 0) tag = id | 0x1000
        next = view.getUint16(offset + 2)
        offset += 4
      }
      cells[row + cell.vlan] = tag
      layers.count(layerOf.vlan, track.frame + (row >>> rowShift), cells[row + cell.wire])
    }
    cells[row + cell.type] = next
    cells[row + cell.network] = offset
    if (next < 0x0600 || isWrapper(next)) detour(track, row)
  }
}

/** 802.1Q, 802.1ad, and the number that was used before that. */
function isTag(type: number): boolean {
  return type === 0x8100 || type === 0x88a8 || type === 0x9100
}

/** MPLS, PPPoE session, HSR. */
function isWrapper(type: number): boolean {
  return type === 0x8847 || type === 0x8848 || type === 0x8864 || type === 0x892f
}
