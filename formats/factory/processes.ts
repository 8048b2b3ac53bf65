// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { entry, euros, hours, id, listOf, optional, text, yesNo } from './fields.ts'

const dependencies = z.strictObject({
  assets: listOf(text),
  zones: listOf(id),
  suppliers: listOf(text),
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
      outage_hours: optional(
        z
          .strictObject({ low: hours, high: hours })
          .refine((value) => value.low <= value.high, 'low not above high'),
      ),
      max_outage_hours: optional(hours),
      rto_hours: optional(hours),
      rpo_hours: optional(hours),
      depends_on: dependencies
        .nullish()
        .transform((value) => value ?? { assets: [], zones: [], suppliers: [] }),
      safety: optional(text),
      reputation: optional(text),
    }),
  ),
})
