// SPDX-License-Identifier: EUPL-1.2
import type { Network } from '../link/network.ts'
import { cell, rowCells as importedRowCells } from '../readers/batch.ts'
import type { FlowTable } from './flow-table.ts'
import { latestPlace, type Operations } from './operations.ts'
import {
  recordWords as importedRecordWords,
  segmentMask as importedSegmentMask,
  segmentShift as importedSegmentShift,
  word,
} from './record.ts'
import type { Senders } from './senders.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const { direction: cellDirection, flow: cellFlow, tcp: cellTcp } = cell
const { senders: wordSenders } = word
const rowCells = importedRowCells
const recordWords = importedRecordWords
const segmentShift = importedSegmentShift
const segmentMask = importedSegmentMask

/** With fewer flows all of that stays in the cache. */
const fetchFrom = 1000

/**
 * Touches what booking packets will need: so the fetches from memory run side by side, where
 * otherwise every packet waits for its own.
 */
export class Fetch {
  /** Keeps the loads from being optimised away. */
  private fetched = 0

  /** For the packets of rows `start` to `end`, whose flows are known. */
  run(
    parts: {
      readonly network: Network
      readonly flows: FlowTable
      readonly senders: Senders
      readonly operations: Operations
    },
    start: number,
    end: number,
  ): void {
    const { network, flows, senders, operations } = parts
    if (flows.count < fetchFrom) return
    const { cells } = network
    const { words, sequences } = flows
    const { macs } = senders
    const { latest } = operations
    let sum = 0
    for (let row = start; row < end; row += rowCells) {
      const flow = cells[row + cellFlow]
      const segment = flow >>> segmentShift
      const index = flow & segmentMask
      const sender = words[segment][index * recordWords + wordSenders + cells[row + cellDirection]]
      if (sender >= 0) sum ^= macs[sender * 2]
      if (cells[row + cellTcp] !== 0) sum ^= sequences[segment][index * 2]
      sum ^= latest[latestPlace(flow, 0)]
    }
    this.fetched ^= sum
  }
}
