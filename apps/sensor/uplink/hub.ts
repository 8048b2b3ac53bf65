// SPDX-License-Identifier: EUPL-1.2
import type { Batch } from '../spool/spool.ts'

/** What became of a batch. */
export type Delivered =
  /** The hub's database has it. */
  | { readonly state: 'there' }
  /** It is on its way, and the hub will say when it has it; it stays in the spool until then. */
  | { readonly state: 'under-way' }
  /** The hub is away, or says to come back later. */
  | { readonly state: 'later'; readonly why: string }
  /** The hub will never take this batch. */
  | { readonly state: 'never'; readonly why: string }
  /** The hub takes nothing of this sensor any more: a person must look. */
  | { readonly state: 'refused'; readonly why: string }

export interface BeatAnswer {
  readonly receivedAt: string
  readonly answeredAt: string
  readonly topSequence: number
  readonly settings: {
    readonly version: number
    readonly text: string
    readonly signature: string
  } | null
}

/** What the hub says afterwards of a batch that was under way. */
export interface Receipt {
  readonly number: number
  /** SHA-256 of the batch: what it has is what was sent. */
  readonly digest: string
  readonly state: 'there' | 'never' | 'refused'
}

/** A way to the hub. What is sent is the same on each: signed bytes with a number. */
export interface Hub {
  deliver(batch: Batch): Promise<Delivered>
  beat(number: number, text: string): Promise<BeatAnswer | { readonly why: string }>
  /** Where what becomes of a batch is told later. */
  onReceipt?(tell: (receipt: Receipt) => void): void
  close(): Promise<void>
}
