// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'

/** Registers that a room is made from. */
export const kindsOfRooms = [
  'organisation',
  'legal-entity',
  'incident',
  'awareness',
  'incident-log-entry',
  'incident-report',
  'contract',
  'playbook',
  'process',
  'exercise',
] as const satisfies readonly KindName[]

/** Of them, those that set or stop a clock. A log grows long and does neither. */
export const kindsOfClocks = [
  'organisation',
  'legal-entity',
  'incident',
  'awareness',
  'incident-report',
  'contract',
  'exercise',
] as const satisfies readonly KindName[]

export interface RoomFacts {
  /** As they stand; retired ones may be among them. */
  readonly records: Readonly<Partial<Record<KindName, readonly RecordVersion[]>>>
  /** Instant in UTC. */
  readonly now: string
}

/** Those of a register that stand, in the order given. */
export function linesOf({ records }: RoomFacts, kind: (typeof kindsOfRooms)[number]): Line[] {
  return (records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf)
}

/** Those that belong to one incident. */
export function linesAbout(
  facts: RoomFacts,
  kind: 'awareness' | 'incident-log-entry' | 'incident-report',
  incident: string,
): Line[] {
  return linesOf(facts, kind).filter((line) => line.text('incident') === incident)
}
