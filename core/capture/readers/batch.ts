// SPDX-License-Identifier: EUPL-1.2

/** Packets that go through each stage together: their rows stay in the first-level cache. */
export const batchSize = 64

/** Cells of one packet in `Batch.cells`; a power of two, so that a row is two cache lines. */
export const rowCells = 32
export const rowShift = 5

/** What each cell of a row holds. A stage reads what the ones before it wrote. */
export const cell = {
  // Written by the readers.
  /** Offset of the first byte of the packet. */
  at: 0,
  /** Bytes that the capture holds, without frame check sequence. */
  kept: 1,
  /** Bytes on the wire. */
  wire: 2,
  /** `linkKind`. */
  link: 3,
  // Written by the link stage.
  /** `form`: how `type` is to be read. */
  form: 4,
  /** EtherType, SAPs or SNAP protocol. */
  type: 5,
  /** Offset of what follows the link header. */
  network: 6,
  /** 0x1000 + id of the innermost VLAN, 0 without. */
  vlan: 7,
  /** Source MAC: first 16 bits (-1 without MAC) and last 32 bits. */
  macHigh: 8,
  macLow: 9,
  // Written by the network stage.
  /** IP version: 0, 4 or 6. */
  version: 10,
  /** IP protocol, -1 without IP. */
  protocol: 11,
  /** Offset of the TCP header when it is complete, else 0. */
  tcp: 12,
  /** The payload as far as the capture holds it. */
  from: 13,
  to: 14,
  /** Bytes of payload on the wire. */
  length: 15,
  /** Bits of `cut`: the wire carried more of the payload than the capture holds, and others. */
  marks: 16,
  /** Source address: IPv4, or number of the IPv6 address. */
  source: 17,
  /** The key of the flow, four cells, the same for both directions. */
  key: 18,
  /** 0 when the packet runs from the key's first address to its second. */
  direction: 22,
  // Written by the flow stage.
  hash: 23,
  flow: 24,
  /** With `cut.gap`: the sequence number that was expected. */
  expected: 25,
} as const

/** Packets on their way through the stages: a row of cells each, and their times. */
export class Batch {
  count = 0
  readonly cells = new Int32Array(batchSize * rowCells)
  /** Epoch seconds, NaN when the file does not say. */
  readonly times = new Float64Array(batchSize)
}
