// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { date, entry, euros, hours, id, listOf, optional, rangeOf, text } from './fields.ts'

const timesPerYear = z.number('times a year').min(0, '0 or more').max(100_000, 'at most 100000')
const step = z.literal([1, 2, 3, 4, 5], 'a step: 1, 2, 3, 4 or 5')
const rungs = ['none', 'low', 'medium', 'high', 'critical'] as const
const rung = z.enum(rungs, rungs.join(', '))
const options = ['reduce', 'avoid', 'transfer', 'retain'] as const
const years = z.int('whole years').min(1, '1 to 1000').max(1000, '1 to 1000')

const appetite = z.strictObject({
  words: optional(text),
  eur_per_year: optional(euros),
  points: listOf(z.strictObject({ once_in_years: years, eur: euros })),
})

export const risks = entry({
  appetite: optional(appetite),
  risks: listOf(
    entry({
      id,
      name: optional(text),
      scenario: optional(text),
      category: optional(text),
      hazard: optional(id),
      consequence: optional(text),
      owner: optional(text),
      processes: listOf(id),
      suppliers: listOf(text),
      sites: listOf(id),
      times_per_year: optional(rangeOf(timesPerYear)),
      loss_eur: optional(rangeOf(euros)),
      outage_hours: optional(rangeOf(hours)),
      likelihood: optional(step),
      impact: optional(step),
      safety_impact: optional(rung),
      environment_impact: optional(rung),
      reputation_impact: optional(rung),
      estimated_by: listOf(text),
      estimated_on: optional(date),
      grounds: optional(text),
    }),
  ),
  treatments: listOf(
    entry({
      id,
      name: text,
      risk: id,
      option: z.enum(options, options.join(', ')),
      description: optional(text),
      actions: listOf(id),
      cost_eur_once: optional(euros),
      cost_eur_per_year: optional(euros),
      residual_times_per_year: optional(timesPerYear),
      residual_loss_eur: optional(rangeOf(euros)),
      residual_outage_hours: optional(rangeOf(hours)),
      insured_eur: optional(euros),
      deductible_eur: optional(euros),
      owner: optional(text),
      due: optional(date),
      decision: optional(id),
    }),
  ),
})
