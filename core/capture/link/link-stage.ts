// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import {
  cell,
  rowCells as importedRowCells,
  rowShift as importedRowShift,
} from '../readers/batch.ts'
import { detour } from './detours.ts'
import { form } from './forms.ts'
import { linkKind } from './link-kinds.ts'
import type { Track } from './track.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  at: cellAt,
  form: cellForm,
  kept: cellKept,
  link: cellLink,
  macHigh: cellMacHigh,
  macLow: cellMacLow,
  marks: cellMarks,
  network: cellNetwork,
  type: cellType,
  vlan: cellVlan,
  wire: cellWire,
} = cell
const { ethernet: formEthernet } = form
const { ethernet: linkEthernet } = linkKind
const { vlan: layerVlan } = layerOf
const rowCells = importedRowCells
const rowShift = importedRowShift

/** Finds for every packet what follows its link header: type, offset, VLAN and source MAC. */
export function linkStage(track: Track): void {
  const { batch, cells, view, layers } = track
  const end = batch.count * rowCells
  for (let row = 0; row < end; row += rowCells) {
    const start = cells[row + cellAt]
    const kept = cells[row + cellKept]
    cells[row + cellForm] = formEthernet
    cells[row + cellVlan] = 0
    cells[row + cellMarks] = 0
    if (cells[row + cellLink] !== linkEthernet || kept < 14) {
      detour(track, row)
      continue
    }
    cells[row + cellMacHigh] = view.getUint16(start + 6)
    cells[row + cellMacLow] = view.getInt32(start + 8)
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
      cells[row + cellVlan] = tag
      layers.count(layerVlan, track.frame + (row >>> rowShift), cells[row + cellWire])
    }
    cells[row + cellType] = next
    cells[row + cellNetwork] = offset
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
