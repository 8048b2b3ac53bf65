// SPDX-License-Identifier: EUPL-1.2

/** Networks delay and clocks drift; what moves further than this was set. */
const leastJumpS = 60
/** A clock that is set more often than this says nothing new by it. */
const mostJumps = 8

interface Known {
  /** By how much it is ahead of the recording. */
  aheadS: number
  jumps: number
}

/** What devices state of the time, held against the time of the packet that states it. */
export class Clocks {
  leftOut = 0
  readonly #known = new Map<string, Known>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Each recording has a clock of its own, against which nothing of another can be held. */
  begin(): void {
    this.#known.clear()
  }

  /** Whole seconds by which the clock moved since it was last stated; 0 when it went on. */
  moved(device: string, statedS: number, packetS: number): number {
    const aheadS = statedS - packetS
    if (!Number.isFinite(aheadS)) return 0
    const known = this.#known.get(device)
    if (known === undefined) {
      if (this.#known.size < this.#limit) this.#known.set(device, { aheadS, jumps: 0 })
      else this.leftOut += 1
      return 0
    }
    const movedS = aheadS - known.aheadS
    known.aheadS = aheadS
    if (Math.abs(movedS) < leastJumpS || known.jumps >= mostJumps) return 0
    known.jumps += 1
    return Math.round(movedS)
  }
}
