// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import {
  date,
  entry,
  euros,
  id,
  level,
  listOf,
  optional,
  percent,
  range,
  text,
  yesNo,
} from './fields.ts'

const year = z.int('a year').min(1990, 'a year').max(2200, 'a year')

const sector = z
  .strictObject({
    nace: optional(
      text.regex(/^(?:[A-U]\s?)?\d{2}(?:\.\d{1,2})*$/, 'a NACE code like 28 or 28.29'),
    ),
    annex: optional(z.enum(['I', 'II'], 'I or II')),
    sector_id: optional(text),
    subsector_id: optional(text),
  })
  .refine((value) => value.nace !== null || value.annex !== null || value.sector_id !== null, {
    message: 'nace, or annex and sector_id',
  })

const figures = z.strictObject({
  awu: z.number('annual work units').min(0, '0 or more'),
  turnover_eur: euros,
  balance_eur: euros,
})

const fiscalYear = z.strictObject({
  year,
  ...figures.shape,
  estimate: yesNo.exactOptional(),
})

const relation = z.strictObject({
  name: text.exactOptional(),
  kind_hint: z.enum(['linked', 'partner', 'none'], 'linked, partner or none').exactOptional(),
  direction: z.enum(['upstream', 'downstream'], 'upstream or downstream'),
  holder_type: text.exactOptional(),
  capital_pct: percent,
  votes_pct: percent,
  dominant_influence: yesNo.exactOptional(),
  data: figures,
  get relations() {
    return z.array(relation, 'a list').exactOptional()
  },
})

export const organisation = entry({
  name: text,
  jurisdiction: z.enum(['NL', 'BE', 'DE'], 'NL, BE or DE'),
  language: z.enum(['nl', 'en'], 'nl or en').default('nl'),
  time_zone: text
    .refine(isTimeZone, 'a time zone like Europe/Amsterdam')
    .default('Europe/Amsterdam'),
  sector,
  side_activities: listOf(sector),
  fiscal_years: z.array(fiscalYear, 'a list of years').min(1, 'at least one year'),
  relations: listOf(relation),
  prior_status: optional(
    z.enum(['micro', 'small', 'medium', 'large'], 'micro, small, medium or large'),
  ),
  designated_essential: optional(yesNo),
  designation_ground: optional(text),
  size_independent_ground: optional(text),
  it_independent: optional(yesNo),
  ownership_changed_in: optional(year),
  makes_digital_products: optional(yesNo),
  sites: listOf(entry({ id, name: text, address: optional(text), ranges: listOf(range) })),
  board_level: optional(
    z.strictObject({
      level,
      decided_on: optional(date),
      decision: optional(text),
      per_measure: z
        .partialRecord(z.enum([...'abcdefghij'], 'a measure: a … j'), level)
        .nullish()
        .transform((value) => value ?? {}),
    }),
  ),
  outage_cost_eur_per_hour: optional(euros),
  registered_on: optional(date),
  open_decisions: listOf(
    entry({
      id,
      question: text,
      proposed_by: optional(text),
      due: optional(date),
      cost_eur: optional(euros),
      if_yes: optional(text),
      if_no: optional(text),
    }),
  ),
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
