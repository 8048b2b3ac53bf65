// SPDX-License-Identifier: EUPL-1.2
import { ipv4Text, macText } from '../addresses.ts'
import type { Senders } from '../flows/senders.ts'
import type { Ipv6Addresses } from '../link/ipv6-addresses.ts'
import type { End } from '../observations.ts'

/** The ends of conversations. Texts are made each time they are read: whoever needs them keeps them. */
export class Ends {
  private readonly senders: Senders
  private readonly ipv6Addresses: Ipv6Addresses

  constructor(senders: Senders, ipv6Addresses: Ipv6Addresses) {
    this.senders = senders
    this.ipv6Addresses = ipv6Addresses
  }

  at(id: number): End {
    return new NumberedEnd(this, id)
  }

  mac(id: number): string | undefined {
    const { macs } = this.senders
    const high = macs[id * 2]
    return high < 0 ? undefined : macText(high, macs[id * 2 + 1])
  }

  ip(id: number): string | undefined {
    return this.ipText(this.senders.versionOf(id), this.senders.addressOf(id))
  }

  ipText(version: number, address: number): string | undefined {
    if (version === 4) return ipv4Text(address)
    return version === 6 ? this.ipv6Addresses.text(address) : undefined
  }

  /** Whether anything is known of it. */
  isKnown(id: number): boolean {
    return this.senders.macs[id * 2] >= 0 || this.ip(id) !== undefined
  }
}

class NumberedEnd implements End {
  readonly number: number
  private readonly ends: Ends

  constructor(ends: Ends, number: number) {
    this.ends = ends
    this.number = number
  }

  get mac() {
    return this.ends.mac(this.number)
  }

  get ip() {
    return this.ends.ip(this.number)
  }
}
