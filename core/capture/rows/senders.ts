// SPDX-License-Identifier: EUPL-1.2
import type { Senders } from '../flows/senders.ts'
import type { Rows, Sender } from '../observations.ts'
import type { Ends } from './ends.ts'
import { type Frames, finite } from './frames.ts'
import { rows, type Turning, those } from './row.ts'

export function senderRows(senders: Senders, ends: Ends, frames: Frames): Rows<Sender> {
  // Number 0 stands for all senders beyond the bound.
  const isOne = (id: number) => id > 0 && senders.packets[id] > 0 && ends.isKnown(id)
  return rows(those(senders.table.count, isOne), () => new SenderRow(senders, ends, frames))
}

class SenderRow implements Sender, Turning {
  at = 0
  private readonly senders: Senders
  private readonly ends: Ends
  private readonly frames: Frames

  constructor(senders: Senders, ends: Ends, frames: Frames) {
    this.senders = senders
    this.ends = ends
    this.frames = frames
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
