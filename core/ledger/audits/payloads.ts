// SPDX-License-Identifier: EUPL-1.2
import type { Sha256 } from '../cryptography/index.ts'
import { isCommitted, type PayloadErased, type RecordHeader, type Slot } from '../entries/index.ts'
import type { Findings } from './finding.ts'

/** Payloads against their commitments, and those that are gone against the entries that say so. */
export class PayloadCheck {
  readonly #sha256: Sha256
  /** Slots that were not there, by entry. */
  readonly #gone = new Map<number, Set<string>>()

  constructor(sha256: Sha256) {
    this.#sha256 = sha256
  }

  entry(
    index: number,
    header: RecordHeader | undefined,
    slots: readonly Slot[],
    findings: Findings,
  ): void {
    const committed = header?.commit ?? []
    for (const slot of slots) {
      if (!committed.some((one) => one.slot === slot.slot)) {
        findings.add('payload-unknown', { index, slot: slot.slot })
      } else if (!isCommitted(slot, committed, this.#sha256)) {
        findings.add('payload-changed', { index, slot: slot.slot })
      }
    }
    const gone = committed.filter(({ slot }) => !slots.some((one) => one.slot === slot))
    if (gone.length > 0) this.#gone.set(index, new Set(gone.map(({ slot }) => slot)))
  }

  /** What an erasure names has to be gone; a restored backup may have brought it back. */
  erasure(at: number, { entries }: PayloadErased, findings: Findings): void {
    for (const { index, slots } of entries) {
      if (index >= at) {
        findings.add('erasure-refused', { index: at, erased: index })
        continue
      }
      const gone = this.#gone.get(index)
      for (const slot of slots) {
        if (gone?.delete(slot) !== true) findings.add('payload-not-erased', { index, slot, at })
      }
      if (gone?.size === 0) this.#gone.delete(index)
    }
  }

  /** Slots that are not there and that no erasure names, when that is allowed. */
  withheld(): number {
    let count = 0
    for (const slots of this.#gone.values()) count += slots.size
    return count
  }

  finish(findings: Findings): void {
    for (const [index, slots] of this.#gone) {
      for (const slot of slots) findings.add('payload-missing', { index, slot })
    }
  }
}
