// SPDX-License-Identifier: EUPL-1.2
import { frequency } from './frequency.ts'
import type { InsuranceInput, LossInput, SeverityInput } from './input.ts'
import { lognormalThrough, severity, z95 } from './severity.ts'

export interface ExpectedLoss {
  readonly id: string
  /** A year, after insurance; null where an estimate is missing or there is no closed form. */
  readonly eur: number | null
}

/**
 * What each risk costs a year on average, in closed form: without sampling error, and at once. The
 * yearly bound of a policy has none, nor have peaked losses with a policy.
 */
export function expectedLosses(input: LossInput): readonly ExpectedLoss[] {
  const { risks, shared_causes: causes = [], insurance = [] } = input
  return risks.map(({ id, frequency: often, loss_eur: loss }) => {
    const brought = causes.map(
      ({ frequency: cause, hits }) =>
        frequency(cause).mean * (hits.find(({ risk }) => risk === id)?.chance ?? 0),
    )
    const hits = causes.some((one) => one.hits.some(({ risk }) => risk === id))
    if (loss === null || (often === null && !hits)) return { id, eur: null }
    const rate = brought.reduce((sum, one) => sum + one, often === null ? 0 : frequency(often).mean)
    const policy = insurance.find(({ risks: named }) => named === undefined || named.includes(id))
    const each = policy === undefined ? severity(loss).mean : meanAfter(loss, policy)
    return { id, eur: each === null ? null : rate * each }
  })
}

function meanAfter(loss: SeverityInput, policy: InsuranceInput): number | null {
  if (policy.yearly_cover_eur !== undefined) return null
  const { excess_eur: excess, cover_eur: cover } = policy
  const upTo = cover === undefined ? Number.POSITIVE_INFINITY : excess + cover
  const [below, above] = [meanUpTo(loss, excess), meanUpTo(loss, upTo)]
  return below === null || above === null ? null : severity(loss).mean - (above - below)
}

/** The mean of the lesser of the loss and a limit; null without a closed form. */
function meanUpTo(loss: SeverityInput, limit: number): number | null {
  const { mean } = severity(loss)
  if (limit === Number.POSITIVE_INFINITY) return mean
  if ('fixed' in loss) return Math.min(loss.fixed, limit)
  if ('discrete' in loss) {
    const total = loss.discrete.reduce((sum, { weight }) => sum + weight, 0)
    return loss.discrete.reduce(
      (sum, { loss_eur, weight }) => sum + (weight / total) * Math.min(loss_eur, limit),
      0,
    )
  }
  if ('uniform' in loss) {
    const { min, max } = loss.uniform
    if (limit >= max) return mean
    if (limit <= min) return limit
    return ((limit * limit - min * min) / 2 + limit * (max - limit)) / (max - min)
  }
  if ('interval90' in loss) return lognormalUpTo(lognormalThrough(loss.interval90), limit)
  if ('lognormal' in loss) {
    const { median, p95 } = loss.lognormal
    return lognormalUpTo({ mu: Math.log(median), sigma: Math.log(p95 / median) / z95 }, limit)
  }
  return null
}

function lognormalUpTo(
  { mu, sigma }: { readonly mu: number; readonly sigma: number },
  limit: number,
): number {
  if (limit <= 0) return 0
  if (sigma === 0) return Math.min(Math.exp(mu), limit)
  const d = (Math.log(limit) - mu) / sigma
  return Math.exp(mu + (sigma * sigma) / 2) * below(d - sigma) + limit * (1 - below(d))
}

/**
 * The standard normal up to a point, by Simpson's rule on its density: within 1e-9, which is far
 * below what an estimate carries.
 */
function below(point: number): number {
  const far = Math.min(Math.abs(point), 9)
  const steps = 256
  const step = far / steps
  const density = (x: number) => Math.exp((-x * x) / 2)
  let sum = density(0) + density(far)
  for (let n = 1; n < steps; n += 1) sum += (n % 2 === 0 ? 2 : 4) * density(n * step)
  const half = ((sum * step) / 3) * 0.3989422804014327
  return point < 0 ? 0.5 - half : 0.5 + half
}
