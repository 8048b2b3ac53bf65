// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'

const amount = z.number().nonnegative().finite()
const percent = z.number().min(0).max(100)
const years = z.number().int().min(1900).max(2200)

export const sectorClaim = z.object({
  annex: z.enum(['I', 'II']).nullable().exactOptional(),
  sector_id: z.string().nullable().exactOptional(),
  subsector_id: z.string().nullable().exactOptional(),
  nace_division: z
    .union([z.string(), z.number().int().transform(String)])
    .nullish()
    .transform((value) => value ?? undefined),
})

export const fiscalYear = z.object({
  year: years,
  awu: amount,
  turnover_eur: amount,
  balance_eur: amount,
  estimate: z.boolean().optional(),
})

const figures = z.object({ awu: amount, turnover_eur: amount, balance_eur: amount })

export const relation = z.object({
  name: z.string().optional(),
  kind_hint: z.enum(['linked', 'partner', 'none']).optional(),
  direction: z.enum(['upstream', 'downstream']).default('upstream'),
  holder_type: z.string().optional(),
  capital_pct: percent,
  votes_pct: percent,
  dominant_influence: z.boolean().optional(),
  data: figures,
  get relations() {
    return z.array(relation).optional()
  },
})

/** `jurisdictions` are the packs that exist. */
export function scopeCase(jurisdictions: readonly string[]) {
  return z.object({
    id: z.union([z.string(), z.number().transform(String)]).optional(),
    jurisdiction: z.enum(jurisdictions as [string, ...string[]]),
    sector: sectorClaim,
    side_activities: z.array(sectorClaim).nullish(),
    fiscal_years: z.array(fiscalYear).min(1),
    relations: z.array(relation).nullish(),
    prior_status: z.enum(['micro', 'small', 'medium', 'large']).nullish(),
    designated_essential: z.boolean().nullish(),
    designation_ground: z.string().nullish(),
    size_independent_ground: z.string().nullish(),
    it_independent: z.boolean().nullish(),
    ownership_changed_in: years.nullish(),
    makes_digital_products: z.boolean().nullish(),
  })
}
