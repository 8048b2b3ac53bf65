// SPDX-License-Identifier: EUPL-1.2
import { auditFindings } from '../limits.ts'

export type FindingCode =
  | 'entry-missing'
  | 'entry-unexpected'
  | 'entry-changed'
  | 'header-malformed'
  | 'header-other-log'
  | 'previous-differs'
  | 'opening-misplaced'
  | 'key-change-refused'
  | 'erasure-refused'
  | 'payload-changed'
  | 'payload-missing'
  | 'payload-not-erased'
  | 'payload-unknown'
  | 'tile-changed'
  | 'tile-missing'
  | 'tile-unexpected'
  | 'checkpoint-refused'
  | 'checkpoint-root-differs'
  | 'checkpoint-late'
  | 'checkpoint-beyond-entries'
  | 'root-differs'

/** What is wrong, and where: as much as the place of one changed byte allows. */
export interface Finding {
  readonly code: FindingCode
  readonly facts: Readonly<Record<string, unknown>>
}

/** Findings so far: the first ones kept, all counted. */
export class Findings {
  readonly kept: Finding[] = []
  count = 0

  add(code: FindingCode, facts: Readonly<Record<string, unknown>>): void {
    this.count += 1
    if (this.kept.length < auditFindings) this.kept.push({ code, facts })
  }
}
