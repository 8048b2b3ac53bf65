// SPDX-License-Identifier: EUPL-1.2
import { mixed } from '../flows/key-table.ts'
import { layerOf } from '../flows/layers.ts'
import { cell, rowShift as importedRowShift } from '../readers/batch.ts'
import type { Frames } from './frames.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const {
  at: cellAt,
  kept: cellKept,
  macHigh: cellMacHigh,
  macLow: cellMacLow,
  marks: cellMarks,
  wire: cellWire,
} = cell
const { prp: layerPrp } = layerOf
const rowShift = importedRowShift

/** Frames remembered; the second copy comes within microseconds. */
const places = 4096
const placeWords = 3
const trailerBytes = 6

/** Bits of `cell.marks` beside "cut" itself. */
export const cut = {
  kept: 1,
  /** A piece of a datagram without the transport header. */
  laterPiece: 2,
  /** The second copy of a frame: counted, its payload is not read again. */
  copy: 4,
  /** Bytes of the TCP direction are missing before it: `cell.expected` says from where. */
  gap: 8,
} as const

/** Rings and double networks carry every frame twice (HSR and PRP, IEC 62439-3). */
export class Redundancy {
  private readonly table = new Int32Array(places * placeWords)
  private readonly seed: number

  constructor(seed: number) {
    this.seed = seed
  }

  /** Notes a tagged frame; marks it when it is the second copy. */
  note(track: Frames, row: number, sequence: number): void {
    const { cells } = track
    const high = (cells[row + cellMacHigh] << 16) | sequence
    const low = cells[row + cellMacLow]
    const place = (mixed(high, low, 0, 0, this.seed) & (places - 1)) * placeWords
    const isCopy =
      this.table[place] === high && this.table[place + 1] === low && this.table[place + 2] === 1
    this.table[place] = high
    this.table[place + 1] = low
    // A third one begins anew: sequence numbers come round.
    this.table[place + 2] = isCopy ? 0 : 1
    if (!isCopy) return
    cells[row + cellMarks] |= cut.copy
    track.oddities.add('redundant-copy')
  }

  /**
   * PRP hangs a trailer behind the frame: sequence, network and size, 0x88fb. `from` is where the
   * frame's payload begins, which the size counts from.
   */
  readTrailer(track: Frames, row: number, from: number): void {
    const { cells, view } = track
    const end = cells[row + cellAt] + cells[row + cellKept]
    const at = end - trailerBytes
    if (at < from || view.getUint16(end - 2) !== 0x88fb) return
    const field = view.getUint16(at + 2)
    const network = field >>> 12
    if ((network !== 0xa && network !== 0xb) || (field & 0xfff) !== end - from) return
    cells[row + cellKept] -= trailerBytes
    track.layers.count(layerPrp, track.frame + (row >>> rowShift), cells[row + cellWire])
    this.note(track, row, view.getUint16(at))
  }
}
