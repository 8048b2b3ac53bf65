// SPDX-License-Identifier: EUPL-1.2
import { KeyTable, keyWords } from '../flows/key-table.ts'
import { ipv6At } from '../protocols/wire.ts'

/**
 * Numbers IPv6 addresses, so that every key holds an address in one word. Number 0 stands for
 * those beyond the bound.
 */
export class Ipv6Addresses {
  /** Lookups of addresses beyond the bound. */
  leftOut = 0
  private readonly table: KeyTable

  constructor(limit: number, seed: number) {
    this.table = new KeyTable(limit, seed)
  }

  idAt(view: DataView, at: number): number {
    return this.id(
      view.getInt32(at),
      view.getInt32(at + 4),
      view.getInt32(at + 8),
      view.getInt32(at + 12),
    )
  }

  text(id: number): string | undefined {
    if (id <= 0) return undefined
    const view = new DataView(new ArrayBuffer(16))
    for (let word = 0; word < keyWords; word += 1) {
      view.setInt32(word * 4, this.table.keys[(id - 1) * keyWords + word])
    }
    return ipv6At(new Uint8Array(view.buffer), 0)
  }

  private id(a: number, b: number, c: number, d: number): number {
    const index = this.table.put(a, b, c, d)
    if (index < 0) this.leftOut += 1
    return index + 1
  }
}
