// SPDX-License-Identifier: EUPL-1.2
import type { Senders } from '../flows/senders.ts'
import type { Rows, Sender } from '../observations.ts'
import type { Ends } from './ends.ts'
import { type Frames, finite } from './frames.ts'
import { rows, type Turning } from './row.ts'

export function senderRows(senders: Senders, ends: Ends, frames: Frames): Rows<Sender> {
  return rows(() => new SenderRow(senders, ends, frames))
}

class SenderRow implements Sender, Turning {
  /** Number 0 stands for all senders beyond the bound. */
  at = 0
  private readonly senders: Senders
  private readonly ends: Ends
  private readonly frames: Frames

  constructor(senders: Senders, ends: Ends, frames: Frames) {
    this.senders = senders
    this.ends = ends
    this.frames = frames
  }

  next(): boolean {
    const { packets, table } = this.senders
    for (this.at += 1; this.at < table.count; this.at += 1) {
      if (packets[this.at] > 0 && this.ends.isKnown(this.at)) return true
    }
    return false
  }

  get mac() {
    return this.ends.mac(this.at)
  }

  get ip() {
    return this.ends.ip(this.at)
  }

  get number() {
    return this.at
  }

  get vlan() {
    const vlan = this.senders.vlanOf(this.at)
    return vlan === 0 ? undefined : vlan & 0xfff
  }

  get packets() {
    return this.senders.packets[this.at]
  }

  get bytes() {
    return this.senders.bytes[this.at]
  }

  get firstS() {
    return finite(this.senders.first[this.at])
  }

  get lastS() {
    return finite(this.senders.last[this.at])
  }

  get seen() {
    return this.frames.seen(this.senders.frames[this.at])
  }

  get ttl() {
    const ttl = this.senders.ttl[this.at]
    return ttl < 0 ? undefined : ttl
  }
}
