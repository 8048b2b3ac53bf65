// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate, daysBetween } from '@schouw/core/kernel'
import type { EvidenceItem } from './measure-result.ts'
import type { EvidenceType } from './pack.ts'

/**
 * Days that proof stays proof when it names no end of its own. No law sets these: a policy and a
 * yearly exercise hold a year, what a machine or person can change overnight holds shorter.
 * Editorial; an item's own `valid_until` goes first.
 */
export const evidenceTermDays: Readonly<Record<EvidenceType, number>> = {
  document: 365,
  record: 365,
  config: 180,
  log: 90,
  test: 365,
  interview: 365,
  observation: 180,
}

/** For proof of which the kind is not stated. */
const unstatedTermDays = 365

/** Proof that ends within so many days is flagged. */
export const expiringWithinDays = 60

/** Proof as the answer gives it. Dates are calendar days. */
export interface EvidenceFacts {
  readonly file: string | null
  /** Of the file when it is there; null when it is not, or when no file is named. */
  readonly sha256: string | null
  readonly type: EvidenceType | null
  readonly description: string | null
  readonly dated: CalendarDate | null
  readonly received: CalendarDate | null
  readonly valid_until: CalendarDate | null
}

/**
 * Whether an item proves something on a day. `missing`: the named file is not there, or the item
 * is from after that day. `undated`: nobody can say whether it still holds, so it does not count.
 */
export function evidenceItem(facts: EvidenceFacts, asOf: CalendarDate): EvidenceItem {
  const { file, sha256, description, dated, received, type } = facts
  const validUntil = facts.valid_until ?? termEnd(dated, type)
  const shown = { file, sha256, description, dated, received, valid_until: validUntil }
  return { ...shown, state: stateOf(facts, validUntil, asOf) }
}

function termEnd(dated: CalendarDate | null, type: EvidenceType | null): CalendarDate | null {
  if (dated === null) return null
  return addDays(dated, type === null ? unstatedTermDays : evidenceTermDays[type])
}

function stateOf(
  facts: EvidenceFacts,
  validUntil: CalendarDate | null,
  asOf: CalendarDate,
): EvidenceItem['state'] {
  if (facts.file !== null && facts.sha256 === null) return 'missing'
  if (facts.dated !== null && facts.dated > asOf) return 'missing'
  if (facts.received !== null && facts.received > asOf) return 'missing'
  if (validUntil === null) return 'undated'
  if (validUntil < asOf) return 'expired'
  return daysBetween(asOf, validUntil) <= expiringWithinDays ? 'expiring' : 'valid'
}

/** Expired, missing and undated proof counts as none. */
export function counts(item: EvidenceItem): boolean {
  return item.state === 'valid' || item.state === 'expiring'
}
