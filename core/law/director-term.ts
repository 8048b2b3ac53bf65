// SPDX-License-Identifier: EUPL-1.2
import type { Jurisdiction } from './packs/index.ts'
import { lawPack } from './packs/index.ts'
import type { CitedArticle } from './packs/pack.ts'

/** What the law needs to know of one member of the board. Dates as `YYYY-MM-DD`. */
export interface BoardSeat {
  /** Supervisory directors and a separate supervisory board have no statutory training duty. */
  readonly isExecutive: boolean
  /** Absent when unknown. */
  readonly appointedOn?: string
}

export interface TrainingTerm {
  readonly hasDuty: boolean
  /** Last day; null when unknown, when there is no duty, or when the law sets no term. */
  readonly dueOn: string | null
  readonly rule: 'sitting' | 'appointed_later' | 'no_term' | 'appointment_unknown' | 'not_executive'
  readonly ground: CitedArticle
}

/**
 * Until when a director must hold knowledge and certificate. Members in office when the law came
 * into force share one date; for later appointees the term runs from their own appointment, also
 * when that ends later (some published tools take the earlier date: the text does not).
 */
export function directorTerm(seat: BoardSeat, jurisdiction: Jurisdiction): TrainingTerm {
  const { directors } = lawPack(jurisdiction)
  const cite = (article: string): CitedArticle => ({
    article,
    source: directors.source,
    confidence: directors.confidence,
  })
  if (directors.executives_only && !seat.isExecutive) {
    const ground = cite(directors.one_tier_article ?? directors.sitting_article)
    return { hasDuty: false, dueOn: null, rule: 'not_executive', ground }
  }
  if (directors.term_years === null) {
    return { hasDuty: true, dueOn: null, rule: 'no_term', ground: cite(directors.sitting_article) }
  }
  if (seat.appointedOn === undefined) {
    const ground = cite(directors.new_article)
    return { hasDuty: true, dueOn: null, rule: 'appointment_unknown', ground }
  }
  if (seat.appointedOn <= directors.in_force) {
    const ground = cite(directors.sitting_article)
    return { hasDuty: true, dueOn: directors.sitting_due, rule: 'sitting', ground }
  }
  const dueOn = addYears(seat.appointedOn, directors.term_years)
  return { hasDuty: true, dueOn, rule: 'appointed_later', ground: cite(directors.new_article) }
}

/** Same calendar date after the years; 29 February becomes 28 February where there is none. */
function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const monthDay = date.slice(4) === '-02-29' && !isLeap ? '-02-28' : date.slice(4)
  return `${String(year).padStart(4, '0')}${monthDay}`
}
