// SPDX-License-Identifier: EUPL-1.2
import { ipv4Text, macText } from '../addresses.ts'
import type { Senders } from '../flows/senders.ts'
import type { Ipv6Addresses } from '../link/ipv6-addresses.ts'
import type { End } from '../observations.ts'

/** The ends of conversations in words: each made once, each text made once. */
export class Ends {
  private readonly senders: Senders
  private readonly ipv6Addresses: Ipv6Addresses
  private readonly list: (End | undefined)[] = []
  private readonly macs = new Map<number, string>()
  private readonly ipv4 = new Map<number, string>()
  private readonly ipv6 = new Map<number, string | undefined>()

  constructor(senders: Senders, ipv6Addresses: Ipv6Addresses) {
    this.senders = senders
    this.ipv6Addresses = ipv6Addresses
  }

  at(id: number): End {
    return this.list[id] ?? this.made(id)
  }

  mac(high: number, low: number): string {
    const key = high * 2 ** 32 + (low >>> 0)
    let text = this.macs.get(key)
    if (text === undefined) {
      text = macText(high, low)
      this.macs.set(key, text)
    }
    return text
  }

  ip(version: number, address: number): string | undefined {
    if (version === 4) return this.ipv4Of(address)
    if (version !== 6) return undefined
    let text = this.ipv6.get(address)
    if (text === undefined && !this.ipv6.has(address)) {
      text = this.ipv6Addresses.text(address)
      this.ipv6.set(address, text)
    }
    return text
  }

  private ipv4Of(address: number): string {
    let text = this.ipv4.get(address)
    if (text === undefined) {
      text = ipv4Text(address)
      this.ipv4.set(address, text)
    }
    return text
  }

  private made(id: number): End {
    const { senders } = this
    const high = senders.macs[id * 2]
    const mac = high < 0 ? undefined : this.mac(high, senders.macs[id * 2 + 1])
    const ip = this.ip(senders.versionOf(id), senders.addressOf(id))
    const end: End = { mac, ip, number: id }
    this.list[id] = end
    return end
  }
}
