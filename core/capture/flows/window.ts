// SPDX-License-Identifier: EUPL-1.2
import { ipv4Text, macText } from '../addresses.ts'
import type { Ipv6Addresses } from '../link/ipv6-addresses.ts'
import type { Party, Payload } from '../protocol.ts'

/** The addresses of one end as words. */
export interface PartyWords {
  /** First 16 bits (-1 without MAC) and last 32. */
  macHigh: number
  macLow: number
  /** IPv4 address, or number of the IPv6 address. */
  address: number
  version: number
  port: number
}

/** One end of the frame at hand; its texts are made on demand. */
export class PartyWindow implements Party, PartyWords {
  macHigh = -1
  macLow = 0
  address = 0
  version = 0
  port = 0
  /** Somebody asked who this is since it was last set to false. */
  isNamed = false
  private readonly ipv6Addresses: Ipv6Addresses

  constructor(ipv6Addresses: Ipv6Addresses) {
    this.ipv6Addresses = ipv6Addresses
  }

  get mac(): string | undefined {
    this.isNamed = true
    return this.macHigh < 0 ? undefined : macText(this.macHigh, this.macLow)
  }

  get ip(): string | undefined {
    this.isNamed = true
    if (this.version === 4) return ipv4Text(this.address)
    return this.version === 6 ? this.ipv6Addresses.text(this.address) : undefined
  }

  set(words: PartyWords): void {
    this.macHigh = words.macHigh
    this.macLow = words.macLow
    this.address = words.address
    this.version = words.version
    this.port = words.port
  }

  words(): PartyWords {
    const { macHigh, macLow, address, version, port } = this
    return { macHigh, macLow, address, version, port }
  }
}

/**
 * The one payload that decoders see. The message lies in the capture's bytes or in those of a
 * stream that was put together.
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

  constructor(bytes: Uint8Array, view: DataView, ipv6Addresses: Ipv6Addresses) {
    this.captureBytes = bytes
    this.bytes = bytes
    this.view = view
    this.source = new PartyWindow(ipv6Addresses)
    this.destination = new PartyWindow(ipv6Addresses)
  }
}
