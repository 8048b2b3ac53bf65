// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'

/** What a simulation takes when its file does not say. */
export const usual = { years: 100_000, seed: 1 } as const

const amount = z.number('a number')
const pair = z.tuple([amount, amount], 'a list of two numbers, low and high')
const name = z.union([z.string().trim().min(1).max(200), z.number().transform(String)], {
  error: 'a text of 1 to 200 characters',
})
const peaked = z.object({ min: amount, mode: amount, max: amount })

const frequency = exactlyOne({
  poisson: amount,
  interval90: pair,
  bernoulli: amount,
  negative_binomial: z.object({ mean: amount, variance: amount }),
})

const loss = exactlyOne({
  fixed: amount,
  lognormal: z.object({ median: amount, p95: amount }),
  interval90: pair,
  pert: peaked,
  triangular: peaked,
  uniform: z.object({ min: amount, max: amount }),
  pareto: z.object({ min: amount, shape: amount }),
  discrete: z
    .array(z.object({ loss_eur: amount, weight: amount }))
    .min(1)
    .max(1000),
})

const euro = z.literal('EUR', 'euros (EUR), as all amounts are').optional()

const risk = z.object({
  id: name,
  frequency: frequency.nullish().transform((value) => value ?? null),
  loss_eur: loss.nullish().transform((value) => value ?? null),
  currency: euro,
})

const cause = z.object({
  id: name,
  frequency,
  hits: z.array(z.object({ risk: name, chance: amount })).min(1),
})

const policy = z.object({
  id: name,
  risks: z.array(name).exactOptional(),
  excess_eur: amount,
  cover_eur: amount.exactOptional(),
  yearly_cover_eur: amount.exactOptional(),
})

export const lossInput = z.object({
  years: amount.default(usual.years),
  seed: amount.default(usual.seed),
  currency: euro,
  risks: z.array(risk),
  shared_causes: z.array(cause).exactOptional(),
  insurance: z.array(policy).exactOptional(),
})

/** Keys of what stands in each list. */
export const knownKeys = {
  risks: Object.keys(risk.shape),
  shared_causes: Object.keys(cause.shape),
  insurance: Object.keys(policy.shape),
} as const

/** A mapping that chooses one of several forms by its only key. */
function exactlyOne<Forms extends Readonly<Record<string, z.ZodType>>>(forms: Forms) {
  const names = Object.keys(forms)
  return z.unknown().transform((value, context): Chosen<Forms> => {
    const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
    const [key = ''] = keys
    const form = keys.length === 1 && names.includes(key) ? forms[key] : undefined
    if (form === undefined) {
      const message = `exactly one of ${names.join(', ')}`
      context.issues.push({ code: 'custom', message, input: value })
      return z.NEVER
    }
    const inner = form.safeParse((value as Record<string, unknown>)[key])
    if (inner.success) return { [key]: inner.data } as Chosen<Forms>
    for (const { message, path } of inner.error.issues) {
      context.issues.push({ code: 'custom', message, path: [key, ...path], input: value })
    }
    return z.NEVER
  })
}

type Chosen<Forms extends Readonly<Record<string, z.ZodType>>> = {
  [Key in keyof Forms]: { readonly [Only in Key]: z.output<Forms[Key]> }
}[keyof Forms]
