// SPDX-License-Identifier: EUPL-1.2
import type { Bill } from '@schouw/contract'
import type { Asset, response, Verdict } from '@schouw/core/vulns'
import type { OwnNames } from '../names.ts'

/** `not_checked`: there is a signature, and no key that anybody accepted. */
export type SignatureState = 'absent' | 'not_checked' | 'good' | 'unknown_key' | 'unreadable'

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
  readonly signature: SignatureState
  /** Fingerprint of the accepted key whose signature is good. */
  readonly signedBy: string | null
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
  /** Documents left out: not what an accepted key signed. */
  readonly forged: number
  readonly isLast: boolean
}

/** What one judgement of an advisory comes to for a subject, as the database takes it. */
export interface Match {
  readonly document: string
  readonly verdict: Verdict
  readonly basis: string
  readonly route: string
  readonly stated_by: 'vendor' | 'publisher' | 'inference'
  readonly confidence: number
  /** Digest of the evidence: what was found for one device was found for its like too. */
  readonly grounds: string
  readonly weaknesses: readonly string[]
  /** Of each of the vulnerabilities. */
  readonly fixes: readonly response.Fix[]
}

export interface MatchedSubject {
  readonly id: string
  /** Equal as long as the matches are. */
  readonly digest: string
  /** Objects of JSON with commas between; '' where there is no match. They stay a text all the way. */
  readonly rows: string
}

export interface Matched {
  readonly subjects: readonly MatchedSubject[]
  /** How many subjects were looked at. Where documents are named, those without a match are left out. */
  readonly count: number
  /** Evidence that this run has not named before: its digest, and its JSON. */
  readonly grounds: readonly { readonly digest: string; readonly evidence: string }[]
  readonly unknownVendor: number
  readonly notAssessable: number
  readonly isLast: boolean
}

/** Of the product entries of all documents that are held. */
export interface Counted {
  readonly entries: number
  readonly unreadable: number
  readonly conditional: number
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
  open: [{ readonly path: string; readonly name: string; readonly keys: readonly string[] }, null]
  next: [null, ReadPart]
  /** Names beyond ours; what was held is let go. */
  names: [OwnNames, null]
  compare: [{ readonly before: Uint8Array; readonly after: Uint8Array }, Compared]
  /** Documents and subjects to hold, in the place of those of the same name; and those to let go. */
  hold: [
    {
      readonly documents?: readonly { readonly document: string; readonly packed: Uint8Array }[]
      readonly lost?: readonly string[]
      readonly subjects?: readonly Asset[]
      readonly gone?: readonly string[]
    },
    null,
  ]
  /** Begins a run over what is held, or over these of it. */
  begin: [
    { readonly documents?: readonly string[]; readonly subjects?: readonly string[] },
    Counted,
  ]
  more: [null, Matched]
  catalogue: [{ readonly name: 'kev' | 'epss'; readonly packed: Uint8Array }, null]
  /** Held against everything that is held, and kept nowhere. */
  bill: [{ readonly bytes: Uint8Array }, Bill]
  facts: [readonly string[], readonly WeaknessFact[]]
}

export type CallName = keyof Calls
