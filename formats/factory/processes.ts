// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import {
  entry,
  euros,
  hours,
  id,
  listOf,
  optional,
  rangeOf,
  text,
  timeWindow,
  yesNo,
} from './fields.ts'

const dependencies = z.strictObject({
  assets: listOf(text),
  zones: listOf(id),
  suppliers: listOf(text),
  processes: listOf(id),
})

const parts = ['contribution_margin', 'idle_people', 'overtime', 'penalties', 'other'] as const
const levels = ['said', 'shown', 'tested'] as const

const costPart = z.strictObject({
  part: z.enum(parts, parts.join(', ')),
  eur_per_hour: rangeOf(euros),
  basis: z
    .enum(levels, levels.join(', '))
    .nullish()
    .transform((value) => value ?? 'said'),
})

export const processes = entry({
  processes: listOf(
    entry({
      id,
      name: text,
      site: optional(id),
      owner: optional(text),
      crown_jewel: yesNo.nullish().transform((value) => value ?? false),
      outage_cost_eur_per_hour: optional(euros),
      outage_cost_parts: listOf(costPart),
      production_hours_per_day: optional(hours.max(24, 'at most 24 hours')),
      restart_cost_eur: optional(euros),
      scrap_loss_eur: optional(euros),
      contract_penalty_eur_per_day: optional(euros),
      outage_hours: optional(rangeOf(hours)),
      max_outage_hours: optional(hours),
      rto_hours: optional(hours),
      rpo_hours: optional(hours),
      maintenance_windows: listOf(timeWindow),
      depends_on: dependencies
        .nullish()
        .transform((value) => value ?? { assets: [], zones: [], suppliers: [], processes: [] }),
      safety: optional(text),
      reputation: optional(text),
    }),
  ),
})
