// SPDX-License-Identifier: EUPL-1.2
import type { Score } from './measure.ts'

export interface Figures {
  readonly captures: number
  readonly hosts: Record<string, Score>
  readonly protocols: Record<string, Score>
  readonly facts: Record<string, Score>
  /** Packets of all protocols above the transport that the other program names. */
  readonly messages: Score
  readonly total: Score
  /** Kinds of protocols that a later slice reads. */
  readonly later: Score
}
