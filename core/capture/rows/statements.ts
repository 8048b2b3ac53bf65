// SPDX-License-Identifier: EUPL-1.2
// What messages state: that a card uses an address, and all other facts.
import { ipv4Text, macText } from '../addresses.ts'
import type { KeptBinding, KeptFact } from '../flows/recorder.ts'
import type { Sightings } from '../flows/sightings.ts'
import type { Arp } from '../link/arp.ts'
import type { Binding, Rows, SightedFact } from '../observations.ts'
import { type Frames, finite } from './frames.ts'
import { all, rows, type Turning } from './row.ts'

export function factRows(
  facts: readonly KeptFact[],
  sightings: Sightings,
  frames: Frames,
): Rows<SightedFact> {
  return rows(all(facts.length), () => new FactRow(facts, sightings, frames))
}

export interface BindingParts {
  readonly arp: Arp
  readonly stated: readonly KeptBinding[]
  readonly sightings: Sightings
  readonly frames: Frames
}

/** What ARP says, then what other protocols say. */
export function bindingRows(parts: BindingParts): Rows<Binding> {
  const { count } = parts.arp.table
  const arp = rows(all(count), () => new ArpRow(parts))
  const stated = rows(all(parts.stated.length), () => new BindingRow(parts))
  return {
    *[Symbol.iterator]() {
      yield* arp
      yield* stated
    },
    at: (index) => (index < count ? arp.at(index) : stated.at(index - count)),
  }
}

/** A statement and when it was made. */
class StatedRow {
  at = 0
  protected readonly sightings: Sightings
  protected readonly frames: Frames

  constructor(sightings: Sightings, frames: Frames) {
    this.sightings = sightings
    this.frames = frames
  }

  get packets() {
    return this.sightings.packets[this.at]
  }

  get firstS() {
    return finite(this.sightings.first[this.at])
  }

  get lastS() {
    return finite(this.sightings.last[this.at])
  }

  get seen() {
    return this.frames.seen(this.sightings.frames[this.at])
  }
}

class FactRow extends StatedRow implements SightedFact, Turning {
  private readonly facts: readonly KeptFact[]

  constructor(facts: readonly KeptFact[], sightings: Sightings, frames: Frames) {
    super(sightings, frames)
    this.facts = facts
  }

  get subject() {
    return this.facts[this.at].subject
  }

  get name() {
    return this.facts[this.at].name
  }

  get value() {
    return this.facts[this.at].value
  }

  get protocol() {
    return this.facts[this.at].protocol
  }
}

class BindingRow extends StatedRow implements Binding, Turning {
  private readonly stated: readonly KeptBinding[]

  constructor({ stated, sightings, frames }: BindingParts) {
    super(sightings, frames)
    this.stated = stated
  }

  get mac() {
    return this.stated[this.at].mac
  }

  get ip() {
    return this.stated[this.at].ip
  }

  get protocol() {
    return this.stated[this.at].protocol
  }
}

class ArpRow implements Binding, Turning {
  at = 0
  readonly protocol = 'arp'
  private readonly arp: Arp
  private readonly frames: Frames

  constructor({ arp, frames }: BindingParts) {
    this.arp = arp
    this.frames = frames
  }

  get mac() {
    const { keys } = this.arp.table
    return macText(keys[this.at * 4], keys[this.at * 4 + 1])
  }

  get ip() {
    return ipv4Text(this.arp.table.keys[this.at * 4 + 2])
  }

  get packets() {
    return this.arp.packets[this.at]
  }

  get firstS() {
    return finite(this.arp.first[this.at])
  }

  get lastS() {
    return finite(this.arp.last[this.at])
  }

  get seen() {
    return this.frames.seen(this.arp.frames[this.at])
  }
}
