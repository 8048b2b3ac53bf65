// SPDX-License-Identifier: EUPL-1.2
import type { Party, Payload } from '../protocol.ts'
import { ipv4At, ipv6At, macAt } from '../protocols/wire.ts'

/** One end of the frame at hand: offsets into the capture's bytes, texts on demand. */
export class PartyWindow implements Party {
  port = 0
  /** The addresses as words: MAC (-1 high without), IPv4 or number of the IPv6 address. */
  macHigh = -1
  macLow = 0
  address = 0
  /** Offsets in `bytes`, -1 without. */
  macOffset = -1
  ipOffset = -1
  version = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get mac(): string | undefined {
    return this.macOffset < 0 ? undefined : macAt(this.bytes, this.macOffset)
  }

  get ip(): string | undefined {
    if (this.version === 4) return ipv4At(this.bytes, this.ipOffset)
    return this.version === 6 ? ipv6At(this.bytes, this.ipOffset) : undefined
  }
}

/**
 * The one payload that decoders see. The parties always lie in the capture's bytes; the message
 * may lie in those of a reassembled stream.
 */
export class PayloadWindow implements Payload {
  readonly captureBytes: Uint8Array
  bytes: Uint8Array
  view: DataView
  from = 0
  to = 0
  isCut = false
  frame = 0
  isFromServer = false
  type = 0
  organisation = 0
  readonly source: PartyWindow
  readonly destination: PartyWindow

  constructor(bytes: Uint8Array, view: DataView) {
    this.captureBytes = bytes
    this.bytes = bytes
    this.view = view
    this.source = new PartyWindow(bytes)
    this.destination = new PartyWindow(bytes)
  }
}
