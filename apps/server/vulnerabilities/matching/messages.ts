// SPDX-License-Identifier: EUPL-1.2
import type { Asset, Evidence, response, Verdict } from '@schouw/core/vulns'

/** What was read of one document: enough to store, list and show it. */
export interface DocumentRead {
  /** In what was carried in. */
  readonly path: string
  readonly sha256: string
  readonly size: number
  /** gzip of the bytes as they came; null where that is too much to keep twice. */
  readonly packed: Uint8Array | null
  /** Equal for all revisions of one document. */
  readonly document: string
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly publisherCategory: string
  readonly category: string
  readonly format: string
  readonly revision: string
  readonly releasedAt: string
  readonly status: string
  readonly weaknesses: readonly string[]
  readonly view: response.AdvisoryView
  readonly oddities: readonly { readonly code: string; readonly place: string }[]
  readonly terms: { readonly distribution: string; readonly tlp: string }
  /** A digest file beside it: it fits, it does not, or there was none. */
  readonly hash: 'matched' | 'differs' | 'absent'
  readonly hasSignature: boolean
}

/** The catalogue of what is exploited, or scores: kept as they came, packed. */
export interface CatalogueRead {
  readonly name: 'kev' | 'epss'
  readonly path: string
  readonly sha256: string
  readonly packed: Uint8Array
  readonly asOf: string
  readonly count: number
}

export interface ReadProblem {
  readonly path: string
  readonly expected: string
  readonly found: string
}

export interface ReadPart {
  readonly documents: readonly DocumentRead[]
  readonly catalogues: readonly CatalogueRead[]
  readonly problems: readonly ReadProblem[]
  /** Files that are JSON and nothing that is known here. */
  readonly others: number
  readonly isLast: boolean
}

export interface Match {
  readonly subject: string
  readonly document: string
  readonly weakness: string
  readonly verdict: Verdict
  readonly basis: string
  readonly route: string
  readonly statedBy: 'vendor' | 'publisher' | 'inference'
  readonly confidence: number
  readonly fix: response.Fix
  readonly evidence: readonly Evidence[]
}

export interface Matched {
  /** The matches as one text of JSON: it goes to the database as it is, and nobody takes it apart. */
  readonly rows: string
  readonly matches: number
  readonly unknownVendor: readonly string[]
  readonly notAssessable: readonly string[]
}

export interface Compared {
  /** Whether the second is the newer of the two. */
  readonly isNewer: boolean
  readonly changes: readonly string[]
  readonly differences: readonly response.Difference[]
}

export interface WeaknessFact {
  readonly weakness: string
  readonly kev: { added: string; due: string; ransomware: boolean } | null
  readonly chance: number | null
  readonly percentile: number | null
}

/** What the thread can be asked, and what it answers. */
export interface Calls {
  open: [{ readonly path: string; readonly name: string }, null]
  next: [null, ReadPart]
  compare: [{ readonly before: Uint8Array; readonly after: Uint8Array }, Compared]
  add: [
    { readonly documents: readonly { readonly document: string; readonly packed: Uint8Array }[] },
    { readonly entries: number; readonly unreadable: number; readonly conditional: number },
  ]
  match: [{ readonly assets: readonly Asset[] }, Matched]
  facts: [
    {
      readonly kev: Uint8Array | null
      readonly epss: Uint8Array | null
      readonly weaknesses: readonly string[]
    },
    readonly WeaknessFact[],
  ]
}

export type CallName = keyof Calls
