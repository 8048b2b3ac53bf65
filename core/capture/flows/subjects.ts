// SPDX-License-Identifier: EUPL-1.2
import type { FactSubject } from '../observations.ts'
import type { Subject } from '../protocol.ts'
import { KeyTable } from './key-table.ts'
import type { PartyWindow, PayloadWindow } from './window.ts'

/**
 * Numbers those whom facts are about. Senders and receivers go by their address words, so that no
 * text is made for a fact that is known already.
 */
export class Subjects {
  private readonly parties: KeyTable
  private readonly partySubjects: number[] = []
  private readonly others = new Map<string, number>()
  private readonly list: FactSubject[] = []
  private readonly window: PayloadWindow

  constructor(limit: number, seed: number, window: PayloadWindow) {
    this.parties = new KeyTable(limit, seed)
    this.window = window
  }

  at(index: number): FactSubject {
    return this.list[index] as FactSubject
  }

  /** -1 for somebody without any address, and beyond the bound. */
  indexOf(about: Subject): number {
    if (about === 'sender') return this.indexOfParty(this.window.source)
    if (about === 'receiver') return this.indexOfParty(this.window.destination)
    if (!('child' in about)) return this.indexOfOther(about)
    const child = { kind: about.child, key: about.key }
    if (typeof about.of === 'object') return this.indexOfOther({ mac: about.of.mac, child })
    const parent = endOf(about.of === 'sender' ? this.window.source : this.window.destination)
    return this.indexOfOther({ ...parent, child })
  }

  private indexOfParty(party: PartyWindow): number {
    const { macHigh, macLow, address, version } = party
    const before = this.parties.count
    const index = this.parties.put(macHigh, macLow, address, version)
    if (index === before) this.partySubjects.push(this.indexOfOther(endOf(party)))
    return index < 0 ? -1 : (this.partySubjects[index] as number)
  }

  private indexOfOther(subject: FactSubject): number {
    const { mac, ip, child } = subject
    if (mac === undefined && ip === undefined) return -1
    const key = `${mac ?? ''} ${ip ?? ''} ${child?.kind ?? ''} ${child?.key ?? ''}`
    const known = this.others.get(key)
    if (known !== undefined) return known
    const index = this.list.length
    this.list.push(subject)
    this.others.set(key, index)
    return index
  }
}

export function endOf(party: PartyWindow): { readonly mac?: string; readonly ip?: string } {
  const { mac, ip } = party
  if (mac === undefined) return ip === undefined ? {} : { ip }
  return ip === undefined ? { mac } : { mac, ip }
}
