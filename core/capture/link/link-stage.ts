// SPDX-License-Identifier: EUPL-1.2
import { type Layers, layerOf } from '../flows/layers.ts'
import type { Batch } from '../readers/batch.ts'
import type { Oddities } from '../readers/oddities.ts'
import { detour } from './detours.ts'
import { form } from './forms.ts'
import { linkKind } from './link-kinds.ts'

/** What the stages before the flow table share. */
export interface Track {
  readonly batch: Batch
  readonly view: DataView
  readonly layers: Layers
  oddities: Oddities
  /** Number of the batch's first frame, counted from 1 over all captures. */
  frame: number
  /** Frames of the captures before this one. */
  framesBefore: number
}

/** Finds for every packet what follows its link header: type, offset, VLAN and source MAC. */
export function linkStage(track: Track): void {
  const { batch, view, layers } = track
  const { at, kept, wire, link, type, network, vlan, macHigh, macLow } = batch
  for (let index = 0; index < batch.count; index += 1) {
    const start = at[index] as number
    const end = start + (kept[index] as number)
    batch.form[index] = form.ethernet
    vlan[index] = 0
    if (link[index] !== linkKind.ethernet || end - start < 14) {
      detour(track, index)
      continue
    }
    macHigh[index] = view.getUint16(start + 6)
    macLow[index] = view.getInt32(start + 8)
    let next = view.getUint16(start + 12)
    let offset = start + 14
    if (next === 0x8100 || next === 0x88a8 || next === 0x9100) {
      let tag = 0
      do {
        if (offset + 4 > end) break
        const id = view.getUint16(offset) & 0xfff
        // Id 0 is a priority alone: the frame belongs to no VLAN.
        if (id !== 0) tag = id | 0x1000
        next = view.getUint16(offset + 2)
        offset += 4
      } while (next === 0x8100 || next === 0x88a8 || next === 0x9100)
      vlan[index] = tag
      layers.count(layerOf.vlan, track.frame + index, wire[index] as number)
    }
    type[index] = next
    network[index] = offset
    if (next < 0x0600 || isWrapper(next)) detour(track, index)
  }
}

/** MPLS, PPPoE session, HSR. */
export function isWrapper(type: number): boolean {
  return type === 0x8847 || type === 0x8848 || type === 0x8864 || type === 0x892f
}
