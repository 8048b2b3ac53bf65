// SPDX-License-Identifier: EUPL-1.2

/** Packets that go through each stage together: their columns stay in the first-level cache. */
export const batchSize = 64

/**
 * Packets on their way through the stages, one column per property. Each stage reads what the ones
 * before it wrote, in plain loops without allocation.
 */
export class Batch {
  count = 0

  // Written by the readers.
  /** Offset of the first byte of the packet. */
  readonly at = new Int32Array(batchSize)
  /** Bytes that the capture holds, without frame check sequence. */
  readonly kept = new Int32Array(batchSize)
  /** Bytes on the wire. */
  readonly wire = new Int32Array(batchSize)
  /** `LinkKind`. */
  readonly link = new Int32Array(batchSize)
  /** Epoch seconds, NaN when the file does not say. */
  readonly time = new Float64Array(batchSize)

  // Written by the link stage.
  /** `Layer2` form of `type`. */
  readonly form = new Int32Array(batchSize)
  /** EtherType, SAPs or SNAP protocol. */
  readonly type = new Int32Array(batchSize)
  /** Offset of what follows the link header. */
  readonly network = new Int32Array(batchSize)
  /** 0x1000 + id of the innermost VLAN, 0 without. */
  readonly vlan = new Int32Array(batchSize)
  /** Source MAC: first 16 bits (-1 without MAC) and last 32 bits. */
  readonly macHigh = new Int32Array(batchSize)
  readonly macLow = new Int32Array(batchSize)

  // Written by the network stage.
  /** 0, 4 or 6. */
  readonly version = new Int32Array(batchSize)
  /** IP protocol, -1 without IP. */
  readonly protocol = new Int32Array(batchSize)
  /** Offset of the TCP header when it is complete, else 0. */
  readonly tcp = new Int32Array(batchSize)
  readonly from = new Int32Array(batchSize)
  readonly to = new Int32Array(batchSize)
  /** Bytes of payload on the wire. */
  readonly length = new Int32Array(batchSize)
  readonly isCut = new Int32Array(batchSize)
  /** Source address: IPv4, or number of the IPv6 address. */
  readonly source = new Int32Array(batchSize)
  /** The key of the flow, the same for both directions. */
  readonly key0 = new Int32Array(batchSize)
  readonly key1 = new Int32Array(batchSize)
  readonly key2 = new Int32Array(batchSize)
  readonly key3 = new Int32Array(batchSize)
  /** 0 when the packet runs from the key's first address to its second. */
  readonly direction = new Int32Array(batchSize)

  // Written by the flow stage.
  readonly hash = new Int32Array(batchSize)
  readonly flow = new Int32Array(batchSize)
}
