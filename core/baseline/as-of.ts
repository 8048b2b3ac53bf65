// SPDX-License-Identifier: EUPL-1.2
import type { InspectionReport } from '@schouw/core/capture'
import { type CalendarDate, isoInZone, localTime, startOfDay } from '@schouw/core/kernel'
import type { FactoryInputs } from './inputs.ts'

/** The moment a baseline speaks of, and the day that is for the organisation. */
export interface AsOf {
  /** ISO 8601 in the organisation's zone, so that its first ten characters are its day there. */
  readonly instant: string
  readonly date: CalendarDate
}

export function asOfInstant(instant: string, timeZone: string): AsOf {
  const ms = Date.parse(instant)
  return {
    instant: isoInZone(ms, timeZone),
    date: localTime(ms, timeZone).date,
  }
}

/**
 * The last instant at which something in the inputs was seen, written or done. Days on which
 * something is still to happen do not count, nor does any clock: the same folder gives the same
 * baseline next year.
 */
export function lastInstant(inputs: FactoryInputs, inspection: InspectionReport | null): AsOf {
  const zone = inputs.organisation.time_zone
  const seen = (inspection?.captures ?? []).flatMap(({ last }) => (last === null ? [] : [last]))
  const days = pastDays(inputs).filter((day) => day !== null)
  const moments = [
    ...seen.map((instant) => Date.parse(instant)),
    ...days.map((day) => startOfDay(day, zone)),
  ].filter((ms) => Number.isFinite(ms))
  // Accounts are of a year that has ended; an estimate may be of one that has not.
  const years = inputs.organisation.fiscal_years.map(
    ({ year, estimate }) => `${estimate === true ? year - 1 : year}-12-31`,
  )
  const ends = years.map((day) => startOfDay(day, zone))
  return asOfInstant(new Date(Math.max(...moments, ...ends)).toISOString(), zone)
}

function pastDays(inputs: FactoryInputs): (CalendarDate | null)[] {
  const { organisation, answers, assets, suppliers, people } = inputs
  return [
    organisation.registered_on,
    organisation.board_level?.decided_on ?? null,
    ...(answers?.answers ?? []).flatMap(({ evidence }) =>
      evidence.flatMap(({ dated, received }) => [dated, received]),
    ),
    ...(answers?.restore_tests ?? []).map(({ dated }) => dated),
    ...(assets ?? []).map(({ last_backup }) => last_backup),
    ...(suppliers ?? []).map(({ last_review }) => last_review),
    ...(people ?? []).map(({ certificate_dated }) => certificate_dated),
  ]
}
