// SPDX-License-Identifier: EUPL-1.2
import type { Lookup, RecordVersion, StepOutcome } from '@schouw/core/registers'

export type Applied = Extract<StepOutcome, { ok: true }>['value']
export type Pending = NonNullable<Applied['pending']>

/** What a step of the core is given. */
export interface Sight {
  /** As it stands, in or out of this batch. */
  readonly record: (id: string) => RecordVersion | undefined
  /** An act that waits for a second person, by the id it waits under. */
  readonly pending: (id: string) => Pending | undefined
  readonly lookup: Lookup
  /** Never before the log's last entry, whatever the clock says. */
  readonly now: string
}

/** Work that follows from a change and is written with it: a job, a mail, a time-stamp. */
export interface Errand {
  readonly id: string
  readonly topic: string
  readonly payload: unknown
  /** Not before then; now when absent. */
  readonly dueAt?: string
}

/** Something that is no record and has to be in the log: an import, a capture, a run. */
export interface LogEvent {
  /** What it is one of, never the name of a kind. */
  readonly register: string
  readonly subject: string
  readonly action: string
  readonly by: string
  /** Leaf hash of the subject's former entry; absent in its first. */
  readonly former?: Uint8Array
  /** JSON without fractions; digests of what went in and came out, no personal data. */
  readonly payload: Readonly<Record<string, unknown>>
}

/** One thing that somebody wants. */
export interface Change {
  /** A step of the core. Pure: it may be run several times until all it asks about is known. */
  readonly decide: (sight: Sight) => StepOutcome
  /** The id under which a step that must wait is kept; without one such a step is refused. */
  readonly pendingId?: string
  readonly errands?: (applied: Applied) => readonly Errand[]
  /** Entries of their own behind those of the step. */
  readonly events?: (applied: Applied) => readonly LogEvent[]
  readonly idempotency?: {
    readonly key: string
    /** SHA-256 of what was asked. */
    readonly digest: Uint8Array
  }
}

/** What came of it, told only when it is on disk and its checkpoint is published. */
export type Told =
  | { readonly outcome: 'done'; readonly done: Done }
  /** The same request under the same key, some time ago. */
  | { readonly outcome: 'repeated'; readonly done: Done }
  | { readonly outcome: 'refused'; readonly step: Extract<StepOutcome, { ok: false }> }
  /** The key was used for another request. */
  | { readonly outcome: 'key-reused' }

export interface Done {
  /** As it stands now; null for a new record that waits for a second person. */
  readonly record: RecordVersion | null
  readonly others: readonly {
    readonly kind: string
    readonly id: string
    readonly version: number
  }[]
  /** Indexes in the log, in the order of the step's entries; empty when nothing changed. */
  readonly entries: readonly number[]
  readonly pending: string | null
}
