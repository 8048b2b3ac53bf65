// SPDX-License-Identifier: EUPL-1.2
import type { FactSubject } from '../observations.ts'
import type { Subject } from '../protocol.ts'
import { KeyTable } from './key-table.ts'
import type { PartyWindow, PayloadWindow } from './window.ts'

/**
 * Numbers those whom facts are about. Senders and receivers go by their address words (even
 * numbers), so that no text is made for a fact that is known already; others by their texts (odd).
 */
export class Subjects {
  private readonly parties: KeyTable
  private readonly partySubjects = new Map<number, FactSubject>()
  private readonly others = new Map<string, number>()
  private readonly otherSubjects: FactSubject[] = []
  private readonly window: PayloadWindow
  /** Who was meant last as sender and as receiver: most payloads say several things of one. */
  private readonly lastSender = new LastParty()
  private readonly lastReceiver = new LastParty()

  constructor(limit: number, seed: number, window: PayloadWindow) {
    this.parties = new KeyTable(limit, seed)
    this.window = window
  }

  /** Who is meant; right after `numberOf` gave the number. */
  at(number: number, about: Subject): FactSubject {
    if ((number & 1) === 1) return this.otherSubjects[number >>> 1]
    const known = this.partySubjects.get(number)
    if (known !== undefined) return known
    const subject = endOf(about === 'sender' ? this.window.source : this.window.destination)
    this.partySubjects.set(number, subject)
    return subject
  }

  /** -1 for somebody without any address, and beyond the bound. */
  numberOf(about: Subject): number {
    if (about === 'sender') return this.remembered(this.lastSender, this.window.source)
    if (about === 'receiver') {
      this.window.destination.isNamed = true
      return this.remembered(this.lastReceiver, this.window.destination)
    }
    if (!('child' in about)) return this.numberOfOther(about)
    const child = { kind: about.child, key: about.key }
    if (typeof about.of === 'object') return this.numberOfOther({ mac: about.of.mac, child })
    const parent = endOf(about.of === 'sender' ? this.window.source : this.window.destination)
    return this.numberOfOther({ ...parent, child })
  }

  private remembered(last: LastParty, party: PartyWindow): number {
    if (!last.is(party)) last.set(party, this.numberOfParty(party))
    return last.number
  }

  private numberOfParty({ macHigh, macLow, address, version }: PartyWindow): number {
    // Number 0 of the IPv6 addresses stands for those beyond their bound.
    if (macHigh < 0 && (version === 0 || (version === 6 && address === 0))) return -1
    const index = this.parties.put(macHigh, macLow, address, version)
    return index < 0 ? -1 : index * 2
  }

  private numberOfOther(subject: FactSubject): number {
    const { mac, ip, child } = subject
    if (mac === undefined && ip === undefined) return -1
    const key = `${mac ?? ''} ${ip ?? ''} ${child?.kind ?? ''} ${child?.key ?? ''}`
    const known = this.others.get(key)
    if (known !== undefined) return known
    const number = this.otherSubjects.length * 2 + 1
    this.otherSubjects.push(subject)
    this.others.set(key, number)
    return number
  }
}

class LastParty {
  number = -1
  private macHigh = -1
  private macLow = 0
  private address = 0
  private version = 0

  is({ macHigh, macLow, address, version }: PartyWindow): boolean {
    return (
      this.address === address &&
      this.macLow === macLow &&
      this.macHigh === macHigh &&
      this.version === version
    )
  }

  set({ macHigh, macLow, address, version }: PartyWindow, number: number): void {
    this.macHigh = macHigh
    this.macLow = macLow
    this.address = address
    this.version = version
    this.number = number
  }
}

export function endOf(party: PartyWindow): { readonly mac?: string; readonly ip?: string } {
  const { mac, ip } = party
  if (mac === undefined) return ip === undefined ? {} : { ip }
  return ip === undefined ? { mac } : { mac, ip }
}
