// SPDX-License-Identifier: EUPL-1.2
import type { Scope } from '@schouw/core/ledger/dossiers'

/** What a dossier is asked to be. */
export interface Wanted {
  readonly scope: Scope
  readonly language: 'nl' | 'en'
  /** Days, both included. */
  readonly from: string
  readonly until: string
  /** Whose dossier it is: the director's own. */
  readonly person?: string
  /** Names of people are shown, beside the numbers that stand for them. */
  readonly showNames: boolean
  /**
   * Held back: a register (`risk`), one record by its id, one slot of a register
   * (`person:personal-phone`), or all personal data (`personal`).
   */
  readonly withhold: readonly string[]
  /** For one customer: of the evidence that is shared only this; absent, all of it. */
  readonly evidence?: readonly string[]
  /** When it is asked for: what was shared until before is shared no more. */
  readonly now: string
}
