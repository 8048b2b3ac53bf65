// SPDX-License-Identifier: EUPL-1.2
import type { NoteKey, Quorum } from '../notes/index.ts'

/** What is believed before a file is opened; none of it comes out of the file. */
export interface Trust {
  /** Keys by which a log is known. */
  readonly keys: readonly NoteKey[]
  /** The only log that will do; any that one of the keys signed when absent. */
  readonly origin?: string
  readonly witnesses?: readonly NoteKey[]
  readonly quorum?: Quorum
  /** DER of the roots that time-stamp authorities are known by. */
  readonly anchors?: readonly Uint8Array[]
  /** DER of further certificates and of revocation lists. */
  readonly others?: readonly Uint8Array[]
  readonly revocationLists?: readonly Uint8Array[]
  readonly nowMs: number
}
