// SPDX-License-Identifier: EUPL-1.2
import { grownDoubles, grownInts } from '../flows/key-table.ts'
import type { Seen, Sender } from '../observations.ts'

/** How much and when each device sent: a row per draft, in typed columns. */
export class Figures {
  packets = new Float64Array(0)
  bytes = new Float64Array(0)
  firstS = new Float64Array(0)
  lastS = new Float64Array(0)
  #captures = new Int32Array(0)
  /** 0 where nothing was seen. */
  #frames = new Int32Array(0)
  readonly #vlans: (readonly number[] | undefined)[] = []
  readonly #sets = new Map<string, readonly number[]>()

  constructor(count: number) {
    this.#grow(count)
  }

  add(row: number, { packets, bytes, firstS, lastS, vlan, seen }: Sender): void {
    this.packets[row] += packets
    this.bytes[row] += bytes
    this.widen(row, firstS, lastS)
    this.#see(row, seen)
    if (vlan !== undefined) this.#vlans[row] = this.#with(this.vlans(row), vlan)
  }

  /** Of a card that sends nothing of its own. */
  forwarded(row: number, { firstS, lastS, seen }: Sender): void {
    if (this.packets[row] > 0) return
    this.widen(row, firstS, lastS)
    this.#see(row, seen)
  }

  /** A time that is not known (NaN) spoils the first and the last time: so it is not known either. */
  widen(row: number, firstS: number, lastS: number): void {
    if (row >= this.firstS.length) this.#grow(row * 2)
    this.firstS[row] = Math.min(this.firstS[row], firstS)
    this.lastS[row] = Math.max(this.lastS[row], lastS)
  }

  seen(row: number): Seen | undefined {
    const frame = this.#frames[row]
    return frame === 0 ? undefined : { capture: this.#captures[row], frame }
  }

  /** In order. */
  vlans(row: number): readonly number[] {
    return this.#vlans[row] ?? none
  }

  /** Most devices are in the same few VLANs: one list for all of these. */
  #with(vlans: readonly number[], vlan: number): readonly number[] {
    if (vlans.includes(vlan)) return vlans
    const wider = [...vlans, vlan].sort((left, right) => left - right)
    const key = wider.join(' ')
    const known = this.#sets.get(key)
    if (known !== undefined) return known
    this.#sets.set(key, wider)
    return wider
  }

  #see(row: number, { capture, frame }: Seen): void {
    const known = this.#frames[row]
    const before = this.#captures[row]
    if (known !== 0 && (before < capture || (before === capture && known <= frame))) return
    this.#captures[row] = capture
    this.#frames[row] = frame
  }

  #grow(count: number): void {
    const before = this.firstS.length
    this.packets = grownDoubles(this.packets, count)
    this.bytes = grownDoubles(this.bytes, count)
    this.firstS = grownDoubles(this.firstS, count).fill(Number.POSITIVE_INFINITY, before)
    this.lastS = grownDoubles(this.lastS, count)
    this.#captures = grownInts(this.#captures, count)
    this.#frames = grownInts(this.#frames, count)
  }
}

const none: readonly number[] = []
